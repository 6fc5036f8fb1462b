import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { Shutdown } from "./shutdown";

const log = pino({ level: "silent" });

describe("Shutdown", () => {
  it("ends things in the reverse of the order in which they began, also after one failed", async () => {
    const ended: string[] = [];
    const shutdown = new Shutdown(log);
    shutdown.add("first", () => void ended.push("first"));
    shutdown.add("broken", () => {
      throw new Error("no");
    });
    shutdown.add("last", async () => void ended.push("last"));
    expect(await shutdown.run(1000)).toBe(false);
    expect(ended).toEqual(["last", "first"]);
  });

  it("does not wait for ever", async () => {
    const shutdown = new Shutdown(log);
    shutdown.add("stuck", () => new Promise(() => {}));
    // The deadline does not keep a process alive by itself.
    const alive = setInterval(() => {}, 5);
    expect(await shutdown.run(20)).toBe(false);
    clearInterval(alive);
  });
});
