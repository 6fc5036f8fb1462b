import { expect, test, vi } from "vitest";
import { heddleAdmin } from "../testing/heddle-admin";

test("a file that is not there ends the command on a terminal, too, where a timer shows progress", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const terminal = process.stderr.isTTY;
  process.stderr.isTTY = true;
  try {
    const { code, err } = await heddleAdmin(["restore", "/none/heddle.backup"], {});
    expect([code, err]).toEqual([1, expect.stringContaining("/none/heddle.backup cannot be read (ENOENT)")]);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    process.stderr.isTTY = terminal;
    vi.useRealTimers();
  }
});
