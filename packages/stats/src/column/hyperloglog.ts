const PRECISION = 12;
const REGISTERS = 2 ** PRECISION;

/** Relative standard error of an estimate: 1.04 / sqrt(4096) = 1.63 %. */
export const STANDARD_ERROR = 1.04 / Math.sqrt(REGISTERS);

/**
 * Estimates how many different texts were added, in 4 KB: P. Flajolet, E. Fusy, O. Gandouet,
 * F. Meunier, "HyperLogLog: the analysis of a near-optimal cardinality estimation algorithm", AofA 2007,
 * with the paper's linear counting for small numbers. 32-bit hashes do for the sizes profiled here.
 */
export class HyperLogLog {
  readonly #registers = new Uint8Array(REGISTERS);

  add(text: string): void {
    const hash = hashText(text);
    const register = hash >>> (32 - PRECISION);
    const rank = Math.min(Math.clz32(hash << PRECISION), 32 - PRECISION) + 1;
    if (rank > (this.#registers[register] ?? 0)) this.#registers[register] = rank;
  }

  estimate(): number {
    let sum = 0;
    let empty = 0;
    for (const rank of this.#registers) {
      sum += 2 ** -rank;
      if (rank === 0) empty++;
    }
    const alpha = 0.7213 / (1 + 1.079 / REGISTERS);
    const raw = (alpha * REGISTERS * REGISTERS) / sum;
    const small = raw <= 2.5 * REGISTERS && empty > 0;
    return Math.round(small ? REGISTERS * Math.log(REGISTERS / empty) : raw);
  }
}

/** FNV-1a over UTF-16 code units, finished with MurmurHash3's mixer so that every bit depends on all. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash ^= text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
