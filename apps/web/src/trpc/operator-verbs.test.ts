import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.join(import.meta.dirname, "../../../..");
const CORE = path.join(ROOT, "packages/core/src");
const WEB = path.join(ROOT, "apps/web/src");

const sources = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|(^|\/)testing\//.test(name))
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), "utf8") }));

/** Exported verbs of core whose context is of this type. */
function verbsOf(context: string): string[] {
  const taking = new RegExp(String.raw`ctx: (?:Pick<)?${context}\b`);
  return sources(CORE)
    .flatMap(({ text }) => text.split(/^(?=export (?:async )?function )/m).slice(1))
    .flatMap((verb) => (taking.test(verb) ? [/function (\w+)/.exec(verb)?.[1] ?? ""] : []));
}

const web = sources(WEB);

/** Files that take one of these from core. */
function users(verbs: readonly string[]): string[] {
  const named = new RegExp(String.raw`\b(?:${verbs.join("|")})\b`);
  const imports = /import (?:type )?\{([^}]*)\} from "@heddle\/core"/g;
  return web
    .filter(({ text }) => [...text.matchAll(imports)].some(([, names = ""]) => named.test(names)))
    .map(({ name }) => name)
    .sort();
}

const instanceRouters = ["trpc/routers/instance-quarantine.ts", "trpc/routers/instance.ts"];

test("no page and no procedure uses a verb that only heddle-admin may call", () => {
  const verbs = verbsOf("OperatorContext");
  expect(verbs).toEqual(expect.arrayContaining(["setOperator", "createUserFor", "getQuarantined"]));
  expect(users(verbs)).toEqual([]);
});

test("verbs about the whole instance are behind the check of the operator, and nothing else is", () => {
  const verbs = verbsOf("UpkeepContext");
  expect(verbs).toEqual(expect.arrayContaining(["readDatabaseFacts", "listWorkers"]));
  expect(users(verbs)).toEqual(["trpc/routers/instance.ts"]);
  // What the metrics of the process tell as well.
  expect(users(["readInboxState"])).toEqual(["create-services.ts", "trpc/routers/instance.ts"]);
  const others = /\b(?:base|public|user|organization|project)Procedure\b/;
  for (const router of instanceRouters)
    expect(web.find(({ name }) => name === router)?.text, router).not.toMatch(others);
});

test("the quarantine is reached as an operator or as one project, and by no other way", () => {
  const verbs = verbsOf("QuarantineContext");
  expect(verbs).toEqual(expect.arrayContaining(["listQuarantine", "retryQuarantined", "deleteQuarantined"]));
  expect(users(verbs)).toEqual(["trpc/routers/instance-quarantine.ts", "trpc/routers/quarantine.ts"]);
  const ofProject = web.find(({ name }) => name === "trpc/routers/quarantine.ts")?.text ?? "";
  expect(ofProject.match(/\bctx: (?!ctx\.core\b)\w+/g)).toBeNull();
});

test("one place makes somebody an operator, and nobody in the dashboard acts as the system", () => {
  expect(users(["resolveOperator"])).toEqual(["trpc/procedures.ts"]);
  expect(users(["OperatorContext", "UpkeepContext"])).toEqual([]);
  const system = web.filter(({ text }) => /type: "system"/.test(text)).map(({ name }) => name);
  expect(system).toEqual([]);
});
