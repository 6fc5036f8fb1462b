import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import type { Actor } from "../actor";
import { ask } from "../ask";
import { differences } from "../compare";
import { nextAuth, PROVIDERS } from "../next-auth";
import { people } from "../people";
import type { Stage } from "../stage";

const rows = Object.entries(nextAuth).flatMap(([route, { provider, ...answer }]) =>
  provider ? PROVIDERS.map((name) => ({ route: `${route}/${name}`, answer })) : [{ route, answer }],
);
const ELSEWHERE = "https://evil.example/";

/** The actions that the code of next-auth knows, by method. */
function actionsInCode(): string[] {
  const code = readFileSync(
    new URL("core/index.js", pathToFileURL(createRequire(import.meta.url).resolve("next-auth"))),
    "utf8",
  );
  const [, reading = "", changing = ""] = code.split(/method === "(?:GET|POST)"\) \{/);
  const actions = (method: string, part: string) =>
    [...part.matchAll(/case "([\w-]+)":/g)].map(([, action]) => `${method} ${action}`);
  return [...actions("GET", reading), ...actions("POST", changing)];
}

async function outcome({ web }: Stage, { browser }: Actor, method: string, action: string) {
  const path = `/api/auth/${action}?callbackUrl=${ELSEWHERE}`;
  const posted = { body: JSON.stringify({ callbackUrl: ELSEWHERE }) };
  const { status, headers } = await ask(web.url, {
    ...{ method, path, ...(method === "POST" ? posted : {}) },
    headers: { cookie: browser.cookie, origin: web.url, "content-type": "application/json" },
  });
  const { location } = headers;
  const to = location === undefined ? undefined : new URL(location, web.url);
  const foreign = to && (to.origin !== web.url || to.search.includes("evil"));
  const session = headers["set-cookie"]?.find((line) => line.includes("session-token=ey"));
  return {
    status,
    ...(to ? { to: foreign ? to.href : to.pathname } : {}),
    ...(session && !browser.cookie.includes("session-token=") ? { signedIn: true } : {}),
  };
}

/** Every action of next-auth as everybody: none lets anyone in, out or away without its token. */
export function walkNextAuth(stage: () => Stage): void {
  describe("next-auth", () => {
    test("has the actions of the table, and no other", () => {
      expect(differences(Object.keys(nextAuth), actionsInCode())).toEqual([]);
    });

    test("offers the ways to sign in of the table, and no other", async () => {
      const { text } = await ask(stage().web.url, { path: "/api/auth/providers" });
      expect(Object.keys(JSON.parse(text))).toEqual(PROVIDERS);
    });

    test.each(rows)("$route answers everybody the same", async ({ route, answer }) => {
      const [method = "", action = ""] = route.split(" ");
      const seen = await Promise.all(
        stage().actors.map(async (actor) => [actor.name, await outcome(stage(), actor, method, action)]),
      );
      expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(people.map(([name]) => [name, answer])));
    });

    test("tells people of a session who they are, and nothing else", async () => {
      const { web, actors } = stage();
      for (const { browser, userId } of actors) {
        const headers = { cookie: browser.cookie };
        const { text } = await ask(web.url, { path: "/api/auth/session", headers });
        const claims = { userId, sessionVersion: expect.any(Number) };
        const session = { expires: expect.any(String), claims };
        expect(JSON.parse(text)).toEqual(
          userId ? { ...session, claims: expect.objectContaining(claims) } : {},
        );
      }
    });

    test.each(["GET", "POST"])("refuses what it does not know with %s", async (method) => {
      const { url } = stage().web;
      for (const action of ["nothing", "callback/github", "callback/credentials/x", ""]) {
        const headers = { origin: url };
        const { status } = await ask(url, { method, path: `/api/auth/${action}`, headers });
        expect({ action, status }).not.toEqual({ action, status: 200 });
      }
    });
  });
}
