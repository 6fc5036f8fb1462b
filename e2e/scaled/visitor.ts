import { expect, type Page } from "@playwright/test";

/** Where somebody goes who looks around. */
const PLACES = ["Overview", "Runs", "Versions", "Alerts"];

export interface Visitor {
  /** What went wrong as a browser sees it; must stay empty. */
  problems: string[];
  /** Ends it after the round that is going on. Gives how many pages were opened and keys made. */
  stop(): Promise<{ pages: number; changes: number }>;
}

/** Notes down all that a browser calls an error. */
export function watchProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`page: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("response", (answer) => {
    if (answer.status() >= 400) problems.push(`${answer.status()} ${answer.url()}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // The browser itself drops what the next page does not need.
    if (why !== "net::ERR_ABORTED") problems.push(`failed: ${why} ${request.url()}`);
  });
  return problems;
}

/** Somebody who is signed in, opens one page after the other, and makes an API key now and then. */
export function startVisitor(page: Page, url: string): Visitor {
  const problems = watchProblems(page);
  let stopped = false;
  let [pages, changes] = [0, 0];
  const visit = async () => {
    while (!stopped) {
      for (const place of PLACES) {
        await page.getByRole("navigation").getByRole("link", { name: place, exact: true }).first().click();
        await expect(page).toHaveTitle(new RegExp(place));
        pages++;
      }
      await page.goto(`${url}/home/main/settings/keys`);
      await makeKey(page, `Key ${++changes}`);
      await page.goto(`${url}/home/main/runs`);
      pages += 2;
    }
  };
  const visiting = visit();
  visiting.catch(() => undefined);
  return {
    problems,
    async stop() {
      stopped = true;
      await visiting;
      return { pages, changes };
    },
  };
}

async function makeKey(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Create key" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByRole("dialog").getByRole("button", { name: "Create key" }).click();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("table", { name: "API keys" })).toContainText(name);
}
