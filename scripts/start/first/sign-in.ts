import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import type { FirstSecrets } from "@heddle/core";
import { writePrivate } from "../data/folder";

const fileOf = (dataDir: string) => path.join(dataDir, "first-sign-in.txt");
const LABELS = { email: "E-mail", password: "Password", apiKey: "API key" } as const;

export type SignIn = Pick<FirstSecrets, keyof typeof LABELS>;

/** Keeps the first secrets in a private file until a person has seen them. */
export async function keepSignIn(dataDir: string, secrets: SignIn): Promise<void> {
  const lines = Object.entries(LABELS).map(([key, label]) => `${label}: ${secrets[key as keyof SignIn]}\n`);
  await writePrivate(fileOf(dataDir), lines.join(""));
}

/** The secrets that nobody has seen yet; null when there are none. */
export async function unseenSignIn(dataDir: string): Promise<{ file: string; secrets: SignIn } | null> {
  const file = fileOf(dataDir);
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return null;
  const value = (key: keyof SignIn) => text.match(new RegExp(`^${LABELS[key]}: (.+)$`, "m"))?.[1] ?? "";
  return { file, secrets: { email: value("email"), password: value("password"), apiKey: value("apiKey") } };
}

/** Removes the file once its content was shown on a terminal. */
export const forgetSignIn = (dataDir: string): Promise<void> => rm(fileOf(dataDir), { force: true });
