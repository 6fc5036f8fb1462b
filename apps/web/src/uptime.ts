/** Since when telemetry can reach this process without a break, as far as it knows. */
export class Uptime {
  #since = new Date();

  get since(): Date {
    return this.#since;
  }

  /** Telemetry could not be taken in just now. */
  broken(): void {
    this.#since = new Date();
  }
}
