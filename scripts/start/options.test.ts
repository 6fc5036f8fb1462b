import { expect, test } from "vitest";
import { HELP } from "./help.mjs";
import { parseOptions } from "./options.mjs";

const parse = (args: string[], env: Record<string, string> = {}) =>
  parseOptions(args, env, { dataDir: "/repo/.heddle", cwd: "/here" });

test("without arguments everything has a default", () => {
  expect(parse([])).toEqual({
    port: 8241,
    host: "127.0.0.1",
    dataDir: "/repo/.heddle",
    demo: true,
    reset: false,
    yes: false,
    dev: false,
    help: false,
    databaseUrl: null,
    redisUrl: null,
    publicUrl: "http://localhost:8241",
  });
});

test("options and environment are taken", () => {
  const options = parse(["--port", "9000", "--data-dir=data", "--no-demo", "--reset", "--yes"], {
    PORT: "1",
    HOST: "0.0.0.0",
    DATABASE_URL: "postgres://u:p@db/heddle",
    REDIS_URL: "redis://cache",
    PUBLIC_URL: "https://heddle.example.org/",
  });
  expect(options).toMatchObject({ port: 9000, host: "0.0.0.0", dataDir: "/here/data", demo: false });
  expect(options).toMatchObject({ reset: true, yes: true, publicUrl: "https://heddle.example.org" });
  expect(options).toMatchObject({ databaseUrl: "postgres://u:p@db/heddle", redisUrl: "redis://cache" });
});

test("the port names the address that people use", () => {
  expect(parse(["--port", "9000"]).publicUrl).toBe("http://localhost:9000");
  expect(parse([], { PORT: "9001" }).publicUrl).toBe("http://localhost:9001");
});

test.each([
  [["--colour"], {}, "Unknown option '--colour'"],
  [["web"], {}, "Unexpected argument 'web'"],
  [["--port", "0"], {}, "from 1 to 65535"],
  [["--port", "8241.5"], {}, "from 1 to 65535"],
  [["--port", "web"], {}, 'not "web"'],
  [[], { DATABASE_URL: "mysql://db" }, "DATABASE_URL must be a URL that begins with postgresql://"],
  [[], { REDIS_URL: "cache:6379" }, "REDIS_URL must be a URL that begins with redis://"],
  [[], { PUBLIC_URL: "heddle.example.org" }, "PUBLIC_URL must be a URL that begins with http://"],
  [[], { PUBLIC_URL: "https://example.org/heddle" }, "PUBLIC_URL must end after its host or port"],
] as const)("%j with %j is refused with a sentence", (args, env, sentence) => {
  expect(() => parse([...args], env)).toThrow(sentence);
});

test("the help names every option and variable that there is", () => {
  for (const word of ["--port", "--data-dir", "--no-demo", "--reset", "--yes", "--help"])
    expect(HELP).toContain(word);
  for (const word of ["DATABASE_URL", "REDIS_URL", "PUBLIC_URL", "HOST"]) expect(HELP).toContain(word);
});
