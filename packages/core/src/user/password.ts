import { hash, verify } from "@node-rs/argon2";

/** OWASP's figures for argon2id with little memory: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const MIN_PASSWORD_LENGTH = 10;

/** Longer ones would let a stranger make us hash megabytes. */
export const MAX_PASSWORD_LENGTH = 1024;

export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

export function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password);
}

let decoy: Promise<string> | undefined;

/** Takes as long as a real comparison, so that the answer's time does not tell which users exist. */
export async function compareWithNothing(password: string): Promise<false> {
  decoy ??= hashPassword("nobody has this password");
  await passwordMatches(await decoy, password);
  return false;
}
