import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { awaitsFirstSignIn, deriveKey, type FirstSecrets, initialiseInstance } from "@heddle/core";
import { migrate } from "@heddle/db/migrate";
import type { Command } from "commander";
import { findInstance } from "../instance/find-instance";
import { dataDirOf, withInstance } from "../instance/with-instance";

const FILE = "first-sign-in.txt";

/** What a new instance needs before its first start; does nothing to one that has it. */
export function addInitialise(program: Command): void {
  program
    .command("initialise")
    .description("migrate, and make the first account and API key of a new instance")
    .argument("<folder>", `where how to sign in is written, as ${FILE}`)
    .option("--read-with <command>", "what an operator types before the file's name to read it", "cat")
    .addHelpText("after", "\nExample:\n  heddle-admin initialise /var/lib/heddle")
    .action(async (folder: string, { readWith }: { readWith: string }, command: Command) => {
      const { databaseUrl } = await findInstance(dataDirOf(command));
      await migrate({ url: databaseUrl, log: console.error });
      await withInstance(command, async ({ instance, ctx }) => {
        const file = path.join(folder, FILE);
        const hashingKey = deriveKey(await instance.secret(), "api-key");
        await initialiseInstance({ ctx, hashingKey, keep: (secrets) => keep(file, secrets) });
        console.log(`The database is ready for ${instance.publicUrl}`);
        if (await awaitsFirstSignIn({ ctx }))
          console.log(`How to sign in, and an API key: ${readWith} ${file}`);
      });
    });
}

/** Writes the secrets down for their owner's eyes only. */
async function keep(file: string, { email, password, apiKey }: FirstSecrets): Promise<void> {
  await rm(file, { force: true });
  await writeFile(file, `E-mail: ${email}\nPassword: ${password}\nAPI key: ${apiKey}\n`, {
    mode: 0o600,
    flag: "wx",
  });
}
