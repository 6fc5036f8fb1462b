import { describe, expect, test } from "vitest";
import { api } from "../api";
import { unnamedIds } from "../compare";
import { callApi, outcomeOfApi } from "../http-api";
import { addressOf, askForPage, outcomeOfPage } from "../page";
import { pages } from "../pages";
import { procedures } from "../procedures";
import { rowsOf } from "../rows-of";
import { type Stage, tenantsFor } from "../stage";
import { callProcedure, fieldsOf, inputOf, namedBy, outcomeOf } from "../trpc";

const AT_ONCE = 8;
const PATIENCE_MS = 240_000;

/** A call that is right in the second tenant but for what it takes from the first. */
interface Borrowing {
  name: string;
  expected: "NOT_FOUND" | "404" | "open";
  call: () => Promise<{ seen: string; text: string }>;
}

async function procedureCalls(stage: Stage): Promise<Borrowing[]> {
  const { web, stranger } = stage;
  const { cookie } = stranger.browser;
  const borrowings = Object.entries(procedures).map(async ([path, row]) => {
    const tenants = await tenantsFor(stage, row);
    const theirs: Record<string, unknown> = await inputOf(row, tenants.theirs);
    const own = await inputOf(row, tenants.own);
    const borrow = (field: string, expected: Borrowing["expected"]): Borrowing => ({
      name: `${path} ${field}`,
      expected,
      call: async () => {
        const answer = await callProcedure(web.url, cookie, path, { ...own, [field]: theirs[field] });
        return { seen: outcomeOf(path, row, answer), text: answer.text };
      },
    });
    return [
      ...namedBy(row).map((field) => borrow(field, "NOT_FOUND")),
      ...(row.places ?? []).map((field) => borrow(field, "open")),
    ];
  });
  return (await Promise.all(borrowings)).flat();
}

function pageCalls({ web, a, b, stranger }: Stage): Borrowing[] {
  return Object.entries(pages).flatMap(([route, row]) => {
    const slugs = ["org", "project"].filter((name) => route.includes(`[${name}]`));
    return [...slugs, ...(row.ids ?? [])].map(
      (field): Borrowing => ({
        name: `${route} ${field}`,
        expected: "NOT_FOUND",
        call: async () => {
          const theirs: Record<string, string> = {
            org: a.about.org,
            project: a.about.project,
            ...(await row.params?.(a.about)),
          };
          const own = { org: b.about.org, project: b.about.project, ...(await row.params?.(b.about)) };
          const mixed = { ...row, params: () => ({ ...own, [field]: theirs[field] ?? "" }) };
          const path = await addressOf(route, mixed, b.about);
          const answer = await askForPage(web.url, stranger.browser.cookie, path);
          return { seen: outcomeOfPage(row, path, answer), text: answer.text };
        },
      }),
    );
  });
}

async function apiCalls({ web, a, keys }: Stage): Promise<Borrowing[]> {
  const key = keys.get("another tenant's key") ?? null;
  const borrowings = Object.entries(api).map(async ([route, row]) => {
    const request = await row.request?.(a.about);
    return (row.ids ?? row.places ?? []).map(
      (field): Borrowing => ({
        name: `${route} ${field}`,
        expected: row.ids ? "404" : "open",
        call: async () => {
          const answer = await callApi(web.url, route, { ...row, request: () => request ?? {} }, a.about, {
            key,
          });
          return { seen: outcomeOfApi(row, answer), text: answer.text };
        },
      }),
    );
  });
  return (await Promise.all(borrowings)).flat();
}

/** People and keys with every right in one tenant, and the ids of another. */
export function walkTwoTenants(stage: () => Stage): void {
  describe("two tenants", () => {
    test.each(Object.entries(procedures))(
      "%s has no field that may name a row but those of the table",
      (path, row) => {
        expect(unnamedIds(fieldsOf(path), row)).toEqual([]);
      },
    );

    test("no route finds what belongs to another tenant, or changes it", {
      timeout: PATIENCE_MS,
    }, async () => {
      const { world, a } = stage();
      const calls = [...(await procedureCalls(stage())), ...pageCalls(stage()), ...(await apiCalls(stage()))];
      const before = await rowsOf(world.databaseUrl, a.scope);
      const seen: Record<string, string> = {};
      const left = calls.values();
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      async function worker(): Promise<void> {
        for (const { name, expected, call } of left) {
          const answer = await call();
          // A place in another tenant's list may be none in one's own.
          const harmless = expected === "open" && /^(?:BAD_REQUEST at|400$)/.test(answer.seen);
          const told = answer.text.includes(a.about.mark) ? ", and tells of the other tenant" : "";
          seen[name] = (harmless ? "open" : answer.seen) + told;
        }
      }
      expect(seen).toEqual(Object.fromEntries(calls.map(({ name, expected }) => [name, expected])));
      expect(await rowsOf(world.databaseUrl, a.scope)).toEqual(before);
    });
  });
}
