import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { deriveKey, type WayIn } from "@heddle/core";
import { type Command, Option } from "commander";
import type { Instance } from "../instance/find-instance";
import { Refusal } from "../refusal";

export interface PasswordOptions {
  generatePassword?: boolean;
  passwordPrompt?: boolean;
  passwordStdin?: boolean;
}

/** How a password gets in: never among the arguments, which others on the machine can read. */
export function addPasswordOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--generate-password", "make up a password and print it, once, instead of a link").conflicts(
        ["passwordPrompt", "passwordStdin"],
      ),
    )
    .addOption(new Option("--password-prompt", "ask for the password").conflicts("passwordStdin"))
    .option("--password-stdin", "read the password from standard input");
}

/** What was chosen; a link without any of the options. `generated` is to be printed. */
export async function wayIn(
  options: PasswordOptions,
  instance: Instance,
): Promise<{ wayIn: WayIn; generated: string | null }> {
  if (options.generatePassword) {
    const password = randomBytes(18).toString("base64url");
    return { wayIn: { password }, generated: password };
  }
  if (options.passwordStdin) {
    return { wayIn: { password: (await text(process.stdin)).replace(/\r?\n$/, "") }, generated: null };
  }
  if (options.passwordPrompt) return { wayIn: { password: await askTwice() }, generated: null };
  const hashingKey = deriveKey(await instance.secret(), "token");
  return { wayIn: { links: { hashingKey, publicUrl: instance.publicUrl } }, generated: null };
}

async function askTwice(): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new Refusal("There is no terminal to ask on. Use --password-stdin instead of --password-prompt.");
  }
  const password = await ask("New password: ");
  if ((await ask("Once more: ")) === password) return password;
  throw new Refusal("The two passwords are not the same. Nothing was changed.");
}

/** Asks without an echo: readline puts the terminal into raw mode, and what it would show goes nowhere. */
async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  const given = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new Refusal("Nothing was changed."));
    prompt.once("SIGINT", giveUp).once("close", giveUp);
  });
  try {
    return await Promise.race([prompt.question(""), given]);
  } finally {
    given.catch(() => {});
    prompt.close();
    process.stderr.write("\n");
  }
}
