import { damaged } from "./damaged";

const TERMINATOR = Buffer.from("\n\\.\n");
const LINE_BREAK = 10;
/** A header names all tables and columns; far beyond that it is not ours. */
const LONGEST_LINE = 1 << 20;

/** Takes a backup's text apart: lines of our own, and between them rows, which are passed on as they come. */
export class TextReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(input: AsyncIterable<Buffer>) {
    this.#chunks = input[Symbol.asyncIterator]();
  }

  /** The next line without its end. */
  async line(): Promise<string> {
    for (;;) {
      const end = this.#rest.indexOf(LINE_BREAK);
      if (end !== -1) {
        const text = this.#rest.toString("utf8", 0, end);
        this.#rest = this.#rest.subarray(end + 1);
        return text;
      }
      if (this.#rest.length > LONGEST_LINE) throw damaged("a line of it is too long");
      this.#rest = Buffer.concat([this.#rest, await this.#next()]);
    }
  }

  /** The rows up to the line that ends them. They must be read to the end. */
  async *rows(): AsyncGenerator<Buffer> {
    // As if a line had just ended, since a table without rows begins with its end.
    let held: Buffer = Buffer.concat([TERMINATOR.subarray(0, 1), this.#rest]);
    let skip = 1;
    for (;;) {
      const end = held.indexOf(TERMINATOR);
      // The line break before the end belongs to the last row; what may be the beginning of the end is held back.
      const ready = end === -1 ? held.length - TERMINATOR.length + 1 : end + 1;
      if (ready > skip) yield held.subarray(skip, ready);
      if (end !== -1) {
        this.#rest = held.subarray(end + TERMINATOR.length);
        return;
      }
      if (ready > skip) {
        held = held.subarray(ready);
        skip = 0;
      }
      held = Buffer.concat([held, await this.#next()]);
    }
  }

  /** Throws unless there is nothing left. */
  async end(): Promise<void> {
    const { done } = await this.#chunks.next();
    if (this.#rest.length > 0 || !done) throw damaged("something follows its end");
  }

  async #next(): Promise<Buffer> {
    const { done, value } = await this.#chunks.next();
    if (done) throw damaged("it ends too early");
    return value;
  }
}
