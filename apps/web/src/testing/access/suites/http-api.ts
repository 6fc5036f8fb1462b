import { describe, expect, test } from "vitest";
import { api } from "../api";
import { ask } from "../ask";
import { differences } from "../compare";
import { expectedOfKey } from "../expected";
import { callApi, outcomeOfApi } from "../http-api";
import { type KeyHolder, keyHolders } from "../key-holders";
import type { Stage } from "../stage";

const rows = Object.entries(api).map(([route, row]) => ({ route, row }));

function slugOf({ a, b }: Stage, names: KeyHolder["names"]): string | undefined {
  if (names === undefined) return undefined;
  return names === "project" ? a.about.project : names === "other" ? "other" : b.about.project;
}

/** Every operation of the HTTP API with every key. */
export function walkHttpApi(stage: () => Stage): void {
  describe("HTTP API", () => {
    test("every operation that the server describes is on the table, and nothing else", async () => {
      const { text } = await ask(stage().web.url, { path: "/api/openapi.json" });
      const paths: Record<string, object> = JSON.parse(text).paths;
      const described = Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      );
      expect(differences(Object.keys(api), described)).toEqual([]);
    });

    test.each(rows)("$route is for $row.who", async ({ route, row }) => {
      const { web, a, keys } = stage();
      const one = async ([name, holder]: [string, KeyHolder]) => {
        const credentials = { key: keys.get(name) ?? null, names: slugOf(stage(), holder.names) };
        const answer = await callApi(web.url, route, row, a.about, credentials);
        const mine = holder.of !== "foreign" && expectedOfKey(row, holder) === "open";
        const leak = !mine && answer.text.includes(a.about.mark) ? ", and tells of the tenant" : "";
        return [name, outcomeOfApi(row, answer) + leak];
      };
      const seen = await Promise.all(keyHolders.map(one));
      const expected = keyHolders.map(([name, holder]) => [name, expectedOfKey(row, holder)]);
      expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(expected));
    });
  });
}
