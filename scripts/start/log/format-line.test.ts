import { expect, test } from "vitest";
import { formatLine } from "./format-line";

const at = (hours: number, minutes: number, seconds: number) =>
  new Date(2026, 10, 23, hours, minutes, seconds).getTime();

test("a line of pino becomes one for people", () => {
  const line = {
    level: 30,
    time: at(9, 5, 7),
    pid: 1,
    hostname: "h",
    name: "web",
    path: "/api",
    ms: 12,
    msg: "stored",
  };
  expect(formatLine(JSON.stringify(line))).toEqual(["09:05:07 info  stored path=/api ms=12"]);
});

test("times may be ISO text, and may be missing", () => {
  const iso = new Date(at(23, 59, 1)).toISOString();
  expect(formatLine(JSON.stringify({ level: 40, time: iso, msg: "slow" }))).toEqual(["23:59:01 warn  slow"]);
  expect(formatLine('{"level":50,"msg":"broken"}')).toEqual(["--:--:-- error broken"]);
});

test("texts with blanks and objects are quoted", () => {
  const line = { level: 30, time: at(1, 2, 3), node: "join customers", list: [1, 2], msg: "x" };
  expect(formatLine(JSON.stringify(line))).toEqual(['01:02:03 info  x node="join customers" list=[1,2]']);
});

test("ids that lead through the log stand beside what went wrong only", () => {
  const line = { time: at(1, 2, 3), requestId: "a", job: "drain", jobId: "7", attempt: 1, events: 3 };
  expect(formatLine(JSON.stringify({ ...line, level: 30, msg: "drained" }))).toEqual([
    "01:02:03 info  drained events=3",
  ]);
  expect(formatLine(JSON.stringify({ ...line, level: 40, msg: "job failed" }))).toEqual([
    "01:02:03 warn  job failed requestId=a job=drain jobId=7 attempt=1 events=3",
  ]);
});

test("requests are shown when they fail or are slow", () => {
  const request = { time: at(1, 2, 3), msg: "request", route: "/api/v1/telemetry", status: 202 };
  expect(formatLine(JSON.stringify({ ...request, level: 30 }))).toEqual([]);
  expect(formatLine(JSON.stringify({ ...request, level: 50, status: 503 }))).toEqual([
    "01:02:03 error request route=/api/v1/telemetry status=503",
  ]);
});

test("long details are cut", () => {
  const [shown = ""] = formatLine(JSON.stringify({ level: 30, ids: "x".repeat(500), msg: "drained" }));
  expect(shown.length).toBeLessThan(120);
  expect(shown).toMatch(/x…$/);
});

test("an error's stack follows, indented", () => {
  const line = {
    level: 50,
    time: at(1, 2, 3),
    msg: "failed",
    err: { message: "no", stack: "Error: no\n    at f (a.ts:1)" },
  };
  expect(formatLine(JSON.stringify(line))).toEqual([
    "01:02:03 error failed",
    "    Error: no",
    "    at f (a.ts:1)",
  ]);
});

test("lines that are not pino's stay, empty ones go", () => {
  expect(formatLine("▲ Next.js 16.4.6  ")).toEqual(["▲ Next.js 16.4.6"]);
  expect(formatLine('{"no":"level"}')).toEqual(['{"no":"level"}']);
  expect(formatLine("{ cut off")).toEqual(["{ cut off"]);
  expect(formatLine("  ")).toEqual([]);
});

test("what pipelines say cannot steer the terminal", () => {
  const line = { level: 40, time: at(1, 2, 3), node: "a\u009b2J", msg: "x\u001b]0;title\u0007" };
  expect(formatLine(JSON.stringify(line))).toEqual(["01:02:03 warn  x\\x1b]0;title\\x07 node=a\\x9b2J"]);
});

test("nothing secret is shown", () => {
  const key = `hdl_${"k".repeat(43)}`;
  const line = {
    level: 30,
    time: at(1, 2, 3),
    apiKey: key,
    password: "p",
    authorization: "Bearer x",
    msg: `key ${key}`,
  };
  const shown = formatLine(JSON.stringify(line)).join();
  expect(shown).not.toContain("kkkk");
  expect(shown).toBe("01:02:03 info  key [masked] apiKey=[masked] password=[masked] authorization=[masked]");
  expect(formatLine("at postgresql://heddle:pa55@127.0.0.1/x")).toEqual([
    "at postgresql://heddle:[masked]@127.0.0.1/x",
  ]);
});
