/** What is wrong with a dataflow or with what a run was asked for: all of it at once. */
export class DataflowError extends Error {
  override readonly name = "DataflowError";
  readonly problems: readonly string[];

  constructor(dataflow: string, problems: readonly string[]) {
    const list = problems.length === 1 ? ` ${problems[0]}` : problems.map((text) => `\n  - ${text}`).join("");
    super(`Dataflow '${dataflow}':${list}`);
    this.problems = problems;
  }
}
