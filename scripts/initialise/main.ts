import { migrate } from "@heddle/db/migrate";
import { Refusal } from "../bootstrap/refusal.mjs";
import { strong } from "../start/data/folder";
import { initialiseOnce } from "../start/first/first-start";

/** Migrates DATABASE_URL and makes the first account, for set-ups without the supervisor. */
export async function main([dataDir = ""]: string[]): Promise<void> {
  const { DATABASE_URL: databaseUrl, HEDDLE_SECRET: secret } = process.env;
  if (!databaseUrl || !secret || dataDir === "") {
    throw new Refusal(
      "Usage: DATABASE_URL=... HEDDLE_SECRET=<from `openssl rand -base64 32`> node scripts/initialise.mjs <folder>. " +
        "How to sign in is written to first-sign-in.txt in that folder.",
    );
  }
  strong(secret);
  await migrate({ url: databaseUrl, log: console.log });
  const first = await initialiseOnce({ databaseUrl, secret, dataDir });
  if (first) console.log(`How to sign in, and an API key: ${dataDir}/first-sign-in.txt`);
}
