import { readEnvironment } from "@heddle/core";
import { expect, test } from "vitest";
import { webEnvironment } from "../../apps/web/src/environment";
import { HELP } from "../start/help.mjs";
import { parseOptions } from "../start/options.mjs";
import { configurationGuide } from "./configuration-guide";
import { startHelp } from "./start-help";
import { allVariables } from "./variables";

const variables = allVariables();

test("the guide and the help of npm start say what the schemas say; `-u` writes them anew", async () => {
  await expect(configurationGuide(variables)).toMatchFileSnapshot("../../docs/configuration.md");
  await expect(startHelp(variables)).toMatchFileSnapshot("../start/environment.txt");
  expect(HELP).toContain(startHelp(variables));
});

test("the guide has each variable once, with who reads it", () => {
  const guide = configurationGuide(variables);
  for (const { name } of variables)
    expect(guide.match(new RegExp(`^\\| \`${name}\` `, "gm")), name).toHaveLength(1);
  expect(guide).toContain("| `DATABASE_URL` | web, worker, heddle-admin | needed |");
  expect(guide).toContain("| `LOG_LEVEL` | web, worker | `info` |");
  expect(guide).toContain("| `SIGN_UP` | web | `invitation` |");
  expect(guide).toContain("| `SMTP_URL` | web |  |");
});

test("a variable whose part the guide has not is an error", () => {
  const [first] = variables;
  if (!first) throw new Error("There are no variables.");
  expect(() => configurationGuide([{ ...first, part: "elsewhere" }])).toThrow("No such part: elsewhere");
});

const GOOD = {
  DATABASE_URL: "postgresql://heddle@localhost:5432/heddle",
  HEDDLE_SECRET: Buffer.from("that nobody could ever guess, 32").toString("base64"),
};

/** Whether npm start takes it, which looks before zod is installed. */
function startTakes(given: Record<string, string>): boolean {
  try {
    parseOptions([], { ...GOOD, ...given }, { dataDir: "/data", cwd: "/here" });
    return true;
  } catch {
    return false;
  }
}

test.each([
  [{ PORT: "" }, true],
  [{ PORT: "0" }, false],
  [{ PORT: "65535" }, true],
  [{ PORT: "65536" }, false],
  [{ PORT: "1.5" }, false],
  [{ DATABASE_URL: "postgres://db/heddle" }, true],
  [{ DATABASE_URL: "mysql://db/heddle" }, false],
  [{ REDIS_URL: "rediss://cache:6380" }, true],
  [{ REDIS_URL: "cache:6379" }, false],
  [{ PUBLIC_URL: "https://heddle.example.org/" }, true],
  [{ PUBLIC_URL: "https://heddle.example.org/heddle" }, false],
  [{ PUBLIC_URL: "heddle.example.org" }, false],
])("npm start and the schema agree about %j: %j", (given, fine) => {
  expect(startTakes(given)).toBe(fine);
  expect("env" in readEnvironment(webEnvironment, { ...GOOD, ...given })).toBe(fine);
});
