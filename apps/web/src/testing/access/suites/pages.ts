import { describe, expect, test } from "vitest";
import type { Actor } from "../actor";
import { expectedOfRow } from "../expected";
import { addressOf, askForPage, outcomeOfPage } from "../page";
import { pages } from "../pages";
import { people } from "../people";
import type { PageRow } from "../row";
import type { Stage } from "../stage";

const rows = Object.entries(pages).map(([route, row]) => ({ route, row }));

async function outcome({ web, a }: Stage, { browser }: Actor, route: string, row: PageRow): Promise<string> {
  const { mark } = a.about;
  const path = await addressOf(route, row, a.about);
  const [page, part] = await Promise.all([
    askForPage(web.url, browser.cookie, path),
    askForPage(web.url, browser.cookie, path, true),
  ]);
  const seen = outcomeOfPage(row, path, page);
  const told = page.text.includes(mark);
  const mine = row.who !== "anyone" && row.who !== "user";
  // Who lacks a role for the page knows the organisation or project all the same.
  if (seen === "FORBIDDEN") return seen;
  if (seen !== "open") return told || part.text.includes(mark) ? `${seen}, and tells of the tenant` : seen;
  return mine && page.status === 200 && !told ? "open, and empty" : seen;
}

/** Every page as everybody, as a document and as what the router fetches. */
export function walkPages(stage: () => Stage): void {
  describe("pages", () => {
    test.each(rows)("$route is for $row.who", async ({ route, row }) => {
      const seen = await Promise.all(
        stage().actors.map(async (actor) => [actor.name, await outcome(stage(), actor, route, row)]),
      );
      const expected = people.map(([name, person]) => [name, expectedOfRow(row, person)]);
      expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(expected));
    });
  });
}
