/** An event as JSON, still without its number. */
export interface Entry {
  runId: string;
  json: string;
  bytes: number;
}

/** Events that wait to be sent, first in, first out, within a bound of bytes. */
export class EventBuffer {
  #entries: Entry[] = [];
  #bytes = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get length(): number {
    return this.#entries.length;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** False when there is no room; `important` events, which are few and small, may use a tenth more. */
  add(entry: Entry, important: boolean): boolean {
    const limit = important ? this.#limit * 1.1 : this.#limit;
    if (this.#bytes + entry.bytes > limit) return false;
    this.#entries.push(entry);
    this.#bytes += entry.bytes;
    return true;
  }

  /** The next entries, at least one, at most `most` of them and `bytes` together. */
  take(most: number, bytes: number): Entry[] {
    let count = 0;
    let size = 0;
    for (const entry of this.#entries) {
      if (count === most || (count > 0 && size + entry.bytes > bytes)) break;
      size += entry.bytes;
      count++;
    }
    this.#bytes -= size;
    return this.#entries.splice(0, count);
  }
}
