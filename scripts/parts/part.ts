/** One thing that a verb does, with its outcome. */
export interface Part {
  name: string;
  run: () => Promise<PartResult>;
}

export interface PartResult {
  ok: boolean;
  /** Set by parts that run tests. */
  tests?: TestCounts;
}

export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

export interface PartReport extends PartResult {
  name: string;
  milliseconds: number;
}
