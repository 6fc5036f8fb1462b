import { expect, type Page } from "@playwright/test";

type Scheme = "light" | "dark";

/** Switches a page between its colour schemes where it stands, as the system does at dusk. */
export class Schemes {
  shown: Scheme = "light";
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async show(scheme: Scheme): Promise<void> {
    await this.#page.emulateMedia({ colorScheme: scheme });
    this.shown = scheme;
  }

  /** Shows the other one, and waits until no colour is on its way any more. */
  async swap(): Promise<void> {
    await this.show(this.shown === "light" ? "dark" : "light");
    await expect(this.#page.locator("html")).toHaveAttribute("data-theme", this.shown);
    const moving =
      "document.getAnimations().some((each) => each instanceof CSSTransition && each.playState === 'running')";
    // Not waitForFunction, which the pages' Content-Security-Policy forbids.
    await expect.poll(() => this.#page.evaluate<boolean>(moving)).toBe(false);
  }
}
