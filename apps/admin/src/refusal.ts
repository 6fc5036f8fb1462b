/** An expected reason to stop: its message is all that the operator is shown. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Refusal";
  }
}
