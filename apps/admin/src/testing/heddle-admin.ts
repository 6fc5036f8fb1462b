import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import { run } from "../run";

/** What the bin of the package names. */
export const PROGRAM = fileURLToPath(new URL("../../heddle-admin.mjs", import.meta.url));

/** The variables that the commands read; what is missing here is unset. */
export interface Variables {
  DATABASE_URL?: string;
  REDIS_URL?: string;
  HEDDLE_SECRET?: string;
  PUBLIC_URL?: string;
}

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the program in a process of its own, as an operator does. It takes its time to start. */
export async function heddleAdminProcess(args: string[], env: Variables, stdin = ""): Promise<Ended> {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { PATH, ...env }, cwd: "/" });
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  const ended = once(child, "close");
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await ended;
  return { code, out, err };
}

/** The same inside this process, without the time that a start takes. */
export async function heddleAdmin(args: string[], env: Variables): Promise<Ended> {
  const ended: Ended = { code: 0, out: "", err: "" };
  const { DATABASE_URL, REDIS_URL, HEDDLE_SECRET, PUBLIC_URL } = env;
  for (const [name, value] of Object.entries({ DATABASE_URL, REDIS_URL, HEDDLE_SECRET, PUBLIC_URL })) {
    vi.stubEnv(name, value);
  }
  const take = (to: "out" | "err") => (text: unknown) => {
    ended[to] += text;
    return true;
  };
  const spies = [
    vi.spyOn(console, "log").mockImplementation((line) => void take("out")(`${line}\n`)),
    vi.spyOn(console, "error").mockImplementation((line) => void take("err")(`${line}\n`)),
    vi.spyOn(process.stderr, "write").mockImplementation(take("err")),
  ];
  // Whoever runs the tests on a terminal is not asked.
  process.stdin.isTTY = false;
  const before = process.exitCode;
  process.exitCode = 0;
  try {
    await run(args);
    return { ...ended, code: Number(process.exitCode) };
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}
