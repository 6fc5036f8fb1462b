import { describe, expect, test } from "vitest";
import { api } from "../api";
import { ask, type Question } from "../ask";
import { someAddress } from "../http-api";
import { addressOf } from "../page";
import { pages } from "../pages";
import { procedures } from "../procedures";
import type { Stage } from "../stage";

/** Other ways to write a path, with which a check and a handler could disagree about what is asked for. */
const TRICKS: Record<string, (path: string) => string> = {
  "two slashes": (path) => `/${path}`,
  "two slashes inside": (path) => path.replace(/(.)\//, "$1//"),
  "a slash at the end": (path) => `${path}/`,
  "a dot": (path) => `/.${path}`,
  "a way up and back": (path) => `/signin/..${path}`,
  "an encoded way up": (path) => `/signin/%2e%2e${path}`,
  "a way up encoded twice": (path) => `/signin/%252e%252e${path}`,
  "a way up out of static files": (path) => `/_next/static/..%2f..%2f..${path}`,
  "a way up out of the open part": (path) => `/api/health/..${path}`,
  "an encoded slash": (path) => path.replace(/(.)\//, "$1%2f"),
  backslashes: (path) => path.replaceAll("/", "\\"),
  "an encoded letter": (path) => path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  "upper case": (path) => path.toUpperCase(),
  "a parameter of the path": (path) => `${path};x=/api/health`,
  "an encoded NUL": (path) => `${path}%00`,
  "an encoded line": (path) => `${path}%0d%0ax-heddle-address:%20127.0.0.1`,
  "a file's name": (path) => `${path}/icon.svg`,
  "the router's file": (path) => `${path}.rsc`,
  "a piece of the router's file": (path) => `${path}.segments/_tree.segment.rsc`,
  "a data file": (path) => `/_next/data/x${path}.json`,
  "an open address as query": (path) => `${path}?/api/health`,
  "a fragment": (path) => `${path}#/api/health`,
  "the whole address": (path) => `http://127.0.0.1${path}`,
  "another host's address": (path) => `http://evil.example${path}`,
};

/** What a proxy or Next itself would send to say that checks were made, or which page is meant. */
const CLAIMS: Record<string, string>[] = [
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-matched-path": "/signin", "x-invoke-path": "/signin", "x-invoke-output": "/signin" },
  { "x-original-url": "/api/health", "x-rewrite-url": "/api/health", "x-forwarded-prefix": "/api/health" },
  { "x-heddle-path": "/signin", "x-heddle-address": "127.0.0.1", "x-heddle-user": "owner" },
  { "x-http-method-override": "GET", "x-prerender-revalidate": "1", "next-router-prefetch": "1", rsc: "1" },
];

/** Of each kind of route some, with and without ids: one router and one handler serve all of a kind. */
const SAMPLES = {
  api: ["POST /api/v1/telemetry", "GET /api/v1/runs", "GET /api/v1/runs/{id}", "DELETE /api/v1/keys/{id}"],
  pages: ["/[org]/[project]/runs", "/[org]/[project]/runs/[runId]", "/[org]/settings"],
  procedures: ["runs.get", "keys.list", "members.list"],
};

/** Requests for what is not for anyone, as it is written on the table. */
async function closed({ a }: Stage): Promise<Question[]> {
  const { about } = a;
  const operations = SAMPLES.api.map((route) => {
    const [method = "", path = ""] = route.split(" ");
    return { method, path: path.replace(/\{\w+\}/g, about.run) };
  });
  const documents = await Promise.all(
    SAMPLES.pages.map(async (route) => ({
      path: await addressOf(route, pages[route] ?? { who: "anyone" }, about),
    })),
  );
  const { org, project } = about;
  const input = encodeURIComponent(JSON.stringify({ org, project, runId: about.run }));
  const calls = SAMPLES.procedures.map((path) => ({ path: `/api/trpc/${path}?input=${input}` }));
  return [...operations, ...documents, ...calls];
}

interface Hole {
  trick: string;
  path: string;
  status: number;
  to?: string | undefined;
  text: string;
}

/** Tells when a request without any right is answered with anything but a refusal or the way to sign-in. */
async function holeIn({ web, a }: Stage, trick: string, question: Question): Promise<Hole[]> {
  const headers = { ...someAddress(), ...question.headers };
  const { status, headers: sent, text } = await ask(web.url, { ...question, headers });
  const to = sent.location;
  const leads = to !== undefined && new URL(to, web.url).origin !== web.url;
  // The way to sign-in comes with 200 when the router asks for it, and so does the refusal of a stream.
  const refused = ["NEXT_REDIRECT;", "/signin", "event: serialized-error"].some((sign) =>
    text.includes(sign),
  );
  const hole = (status < 300 && !refused) || status >= 500 || leads || text.includes(a.about.mark);
  return hole ? [{ trick, path: question.path, status, to, text: text.slice(0, 100) }] : [];
}

/** However an address is written, nobody gets in without a session or a key. */
export function walkPaths(stage: () => Stage): void {
  describe("paths", () => {
    test("what stands for the others is on the table", () => {
      expect(Object.keys(api)).toEqual(expect.arrayContaining(SAMPLES.api));
      expect(Object.keys(pages)).toEqual(expect.arrayContaining(SAMPLES.pages));
      expect(Object.keys(procedures)).toEqual(expect.arrayContaining(SAMPLES.procedures));
    });

    test.each(Object.entries(TRICKS))("%s opens nothing", async (trick, write) => {
      const questions = await closed(stage());
      const asked = questions.map(({ method, path }) =>
        holeIn(stage(), trick, { method, path: write(path) }),
      );
      expect((await Promise.all(asked)).flat()).toEqual([]);
    });

    test.each(CLAIMS)("claiming %j opens nothing", async (headers) => {
      const asked = (await closed(stage())).map((question) =>
        holeIn(stage(), "claim", { ...question, headers }),
      );
      expect((await Promise.all(asked)).flat()).toEqual([]);
    });

    test.each([
      "//evil.example",
      "//evil.example/",
      "/\\evil.example/",
      "///evil.example/%2e%2e/",
      "/%5cevil.example/",
      "/%2f%2fevil.example/",
      "//evil.example/%2e%2e",
      "/signin/?callbackUrl=//evil.example/",
      "/?callbackUrl=https://evil.example/",
      "http://evil.example/",
      "/api/auth/signin?callbackUrl=https://evil.example/",
    ])("%s leads to nobody else", async (path) => {
      const { web, actors } = stage();
      const owner = actors.find(({ name }) => name === "owner")?.browser.cookie ?? "";
      for (const cookie of ["", owner]) {
        const { headers } = await ask(web.url, { path, headers: { cookie } });
        const to = headers.location ?? "/";
        expect(new URL(to, web.url).origin, to).toBe(web.url);
      }
    });
  });
}
