/** An expected reason to stop: its message is all that the user is shown. */
export class Refusal extends Error {
  /** @param {string} message what happened and how to mend it */
  constructor(message) {
    super(message);
    this.name = "Refusal";
  }
}
