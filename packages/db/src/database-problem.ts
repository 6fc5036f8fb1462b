/** The database cannot be used as it is. The message says what is wrong and how to mend it. */
export class DatabaseProblem extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "DatabaseProblem";
  }
}
