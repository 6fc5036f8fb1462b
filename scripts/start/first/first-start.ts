import { deriveKey, initialiseInstance } from "@heddle/core";
import { createDatabase } from "@heddle/db";
import { keepSignIn, type SignIn } from "./sign-in";

/** Makes the first account and API key; null when the instance has them already. */
export async function initialiseOnce(instance: {
  databaseUrl: string;
  secret: string;
  dataDir: string;
}): Promise<SignIn | null> {
  const db = createDatabase({ url: instance.databaseUrl, maxConnections: 1 });
  try {
    const hashingKey = deriveKey(instance.secret, "api-key");
    const keep = (secrets: SignIn) => keepSignIn(instance.dataDir, secrets);
    return await initialiseInstance({ ctx: { db, now: () => new Date() }, hashingKey, keep });
  } finally {
    await db.close();
  }
}
