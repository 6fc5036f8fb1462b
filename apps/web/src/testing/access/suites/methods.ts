import { problemSchema } from "@heddle/contract";
import { describe, expect, test } from "vitest";
import { api } from "../api";
import { ask } from "../ask";
import { someAddress } from "../http-api";
import { addressOf } from "../page";
import { pages } from "../pages";
import type { Stage } from "../stage";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"];
const CHANGING = METHODS.filter((method) => method !== "GET" && method !== "HEAD");
const routes = Object.keys(api).map((route) => route.split(" "));
const paths = [...new Set(routes.map(([, path = ""]) => path))];

function methodsOf(path: string): string[] {
  const listed = routes.flatMap(([method = "", of]) => (of === path ? [method] : []));
  return listed.includes("GET") ? [...listed, "HEAD"] : listed;
}

/** What an address does not take on the table, it does not take. */
export function walkMethods(stage: () => Stage): void {
  const all = () => ({ authorization: `Bearer ${stage().keys.get("key that names its project")}` });

  describe("methods", () => {
    test.each(paths)("%s takes those of the table only, with any key", async (template) => {
      const path = template.replace(/\{\w+\}/g, stage().a.about.run);
      for (const method of METHODS.filter((one) => !methodsOf(template).includes(one))) {
        const { status, headers, text } = await ask(stage().web.url, { method, path, headers: all() });
        expect({ method, status }).toEqual({ method, status: 405 });
        expect(headers.allow?.split(", ")).toEqual(methodsOf(template).filter((one) => one !== "HEAD"));
        if (method !== "HEAD") expect(problemSchema.parse(JSON.parse(text)).code).toBe("method");
      }
    });

    test.each(METHODS)("an address of the HTTP API that is not there is 404 with %s", async (method) => {
      for (const path of [
        "/api/v1",
        "/api/v1/",
        "/api/v1/nothing",
        "/api/v1/runs/a/b",
        "/api/v1/__proto__",
      ]) {
        const { status, text } = await ask(stage().web.url, { method, path, headers: all() });
        expect({ path, status }).toEqual({ path, status: 404 });
        if (method !== "HEAD") expect(problemSchema.parse(JSON.parse(text)).code).toBe("not_found");
      }
    });

    test.each(Object.entries(pages))(
      "the page %s can only be read, from whatever site",
      async (route, row) => {
        const { web, a, actors } = stage();
        const path = await addressOf(route, row, a.about);
        const cookie = actors.find(({ name }) => name === "owner")?.browser.cookie ?? "";
        for (const method of CHANGING) {
          for (const [origin, status, code] of [
            [web.url, 405, "method"],
            ["https://evil.example", 403, "forbidden"],
          ] as const) {
            const headers = { cookie, origin, "next-action": "0".repeat(42) };
            const answer = await ask(web.url, { method, path, headers });
            expect({ method, status: answer.status }).toEqual({ method, status });
            expect(problemSchema.parse(JSON.parse(answer.text)).code).toBe(code);
          }
        }
      },
    );

    test("procedures and next-auth take GET and POST, and POST from our own pages only", async () => {
      const { web, actors } = stage();
      const cookie = actors.find(({ name }) => name === "owner")?.browser.cookie ?? "";
      for (const path of ["/api/trpc/projects.list", "/api/auth/signout"]) {
        for (const method of CHANGING) {
          const own = await ask(web.url, {
            method,
            path,
            headers: { cookie, origin: web.url, ...someAddress() },
          });
          if (method !== "POST") expect({ method, status: own.status }).toEqual({ method, status: 405 });
          for (const origin of ["https://evil.example", "null", `${web.url}.evil.example`, ""]) {
            const { status } = await ask(web.url, { method, path, headers: { cookie, origin } });
            expect({ method, origin, status }).toEqual({ method, origin, status: 403 });
          }
        }
      }
    });
  });
}
