import { afterEach, expect, it, vi } from "vitest";
import { captureConsole } from "./capture-console";
import { createLogger } from "./create-logger";
import { withLogFields } from "./log-fields";

const before = { ...console };
afterEach(() => {
  Object.assign(console, before);
  vi.restoreAllMocks();
});

/** What the logger writes, which goes to the file descriptor of standard output. */
async function logged(work: (log: ReturnType<typeof createLogger>) => unknown) {
  const lines: string[] = [];
  const describeError = (error: unknown) => ({ message: error instanceof Error ? error.message : "" });
  const write = (line: string) => void lines.push(line);
  const log = createLogger({ level: "info", describeError, to: { write } });
  await work(log);
  return lines.map((line) => JSON.parse(line));
}

it("puts the fields of a piece of work into each of its lines, and into no other", async () => {
  const lines = await logged(async (log) => {
    const work = (requestId: string) =>
      withLogFields({ requestId }, async () => {
        await null;
        log.info({ own: 1 }, "one");
        withLogFields({ job: "drain" }, () => log.info("two"));
      });
    await Promise.all([work("a"), work("b")]);
    log.info("outside");
  });
  const of = (requestId: string) => lines.filter((line) => line.requestId === requestId);
  expect(of("a")).toMatchObject([
    { msg: "one", own: 1 },
    { msg: "two", job: "drain" },
  ]);
  expect(of("b")).toHaveLength(2);
  expect(lines.at(-1)).toEqual({ level: 30, time: expect.any(Number), msg: "outside" });
});

it("takes what libraries print", async () => {
  const lines = await logged((log) => {
    captureConsole(log);
    console.warn("Redis %s is too old", "5");
    withLogFields({ requestId: "a" }, () => console.error("⨯", new Error("broken")));
  });
  expect(lines).toMatchObject([
    { level: 40, msg: "Redis 5 is too old" },
    { level: 50, msg: "⨯", requestId: "a", err: { message: "broken" } },
  ]);
});
