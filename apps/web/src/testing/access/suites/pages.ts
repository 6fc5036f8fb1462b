import { describe, expect, test } from "vitest";
import type { About } from "../about";
import type { Actor } from "../actor";
import { expectedOfRow } from "../expected";
import { addressOf, askForPage, outcomeOfPage } from "../page";
import { pages } from "../pages";
import { type Person, people } from "../people";
import type { PageRow } from "../row";
import type { Stage } from "../stage";

const rows = Object.entries(pages).map(([route, row]) => ({ route, row }));

/** Whether an answer tells more of a tenant than its names, which those in it may know. */
function tells(text: string, { mark }: About, { organization, project, grantElsewhere }: Person): boolean {
  const inside = organization !== null || project !== null || grantElsewhere !== undefined;
  return (inside ? text.replaceAll(`${mark} name`, "") : text).includes(mark);
}

async function outcome({ web, a }: Stage, actor: Actor, route: string, row: PageRow): Promise<string> {
  const path = await addressOf(route, row, a.about);
  const [page, part] = await Promise.all([
    askForPage(web.url, actor.browser.cookie, path),
    askForPage(web.url, actor.browser.cookie, path, true),
  ]);
  const seen = outcomeOfPage(row, path, page);
  if (seen === "open") {
    const about = row.who.startsWith("organization") || row.who.startsWith("project");
    return about && page.status === 200 && !page.text.includes(a.about.mark) ? "open, and empty" : seen;
  }
  const told = [page, part].some(({ text }) => tells(text, a.about, actor.person));
  return told ? `${seen}, and tells of the tenant` : seen;
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
