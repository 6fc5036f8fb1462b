import { describe, expect, test } from "vitest";
import type { About } from "../about";
import type { Actor } from "../actor";
import { expectedOfRow } from "../expected";
import { addressOf, askForPage, outcomeOfPage } from "../page";
import { pages } from "../pages";
import { type Person, type PersonName, people } from "../people";
import type { PageRow } from "../row";
import type { Stage } from "../stage";

const rows = Object.entries(pages).map(([route, row]) => ({ route, row }));

/** Who asks for a part of the page, too, as its router does: one for each reason to refuse. */
const PRYING: PersonName[] = [
  "visitor",
  "owner of another organisation",
  "guest of another project",
  "viewer",
];

/** What an answer tells of a tenant besides what those in it may know: names, and of their project what it is. */
function toldIn(text: string, { mark }: About, { organization, project, grantElsewhere }: Person): string {
  const inside = organization !== null || project !== null || grantElsewhere !== undefined;
  const known = [...(inside ? [`${mark} name`] : []), ...(project === null ? [] : [`${mark} text`])];
  const read = known.reduce((rest, words) => rest.replaceAll(words, ""), text);
  const at = read.indexOf(mark);
  return at < 0 ? "" : `, and tells of the tenant: ${read.slice(Math.max(0, at - 60), at + 60)}`;
}

async function outcome({ web, a }: Stage, actor: Actor, route: string, row: PageRow): Promise<string> {
  const path = await addressOf(route, row, a.about);
  const page = await askForPage(web.url, actor.browser.cookie, path);
  const seen = outcomeOfPage(row, path, page);
  if (seen === "open") {
    const about = row.who.startsWith("organization") || row.who.startsWith("project");
    return about && page.status === 200 && !page.text.includes(a.about.mark) ? "open, and empty" : seen;
  }
  const answers = [page];
  if (PRYING.includes(actor.name)) answers.push(await askForPage(web.url, actor.browser.cookie, path, true));
  return answers.reduce((all, { text }) => all + toldIn(text, a.about, actor.person), seen);
}

/** Every page as everybody; what is refused as a document, also as the part that the router fetches. */
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
