import { describe, expect, test } from "vitest";
import type { Actor } from "../actor";
import { differences } from "../compare";
import { expectedOfRow } from "../expected";
import { people } from "../people";
import { procedures } from "../procedures";
import type { ProcedureRow } from "../row";
import type { Stage } from "../stage";
import { callProcedure, inputOf, kinds, outcomeOf } from "../trpc";

async function outcome(stage: Stage, actor: Actor, path: string, row: ProcedureRow): Promise<string> {
  const about = row.fresh ? await stage.fresh(actor) : stage.a.about;
  const answer = await callProcedure(stage.web.url, actor.browser.cookie, path, await inputOf(row, about));
  const seen = outcomeOf(path, row, answer);
  if (seen !== "open" && answer.text.includes(about.mark))
    return `${seen}, and tells of the tenant: ${answer.text.slice(0, 150)}`;
  if (row.endsSessions && seen === "open") await actor.signIn();
  return seen;
}

const rows = Object.entries(procedures).map(([path, row]) => ({ path, row }));

/** Every procedure as everybody, over HTTP. */
export function walkProcedures(stage: () => Stage): void {
  describe("tRPC", () => {
    test("every procedure is on the table, and nothing else", () => {
      expect(differences(Object.keys(procedures), kinds.keys())).toEqual([]);
    });

    test.each(rows)("$path is for $row.who", async ({ path, row }) => {
      const seen = await Promise.all(
        stage().actors.map(async (actor) => [actor.name, await outcome(stage(), actor, path, row)]),
      );
      const expected = people.map(([name, person]) => [name, expectedOfRow(row, person)]);
      expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(expected));
    });
  });
}
