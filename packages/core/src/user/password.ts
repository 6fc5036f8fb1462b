import { hash, verify } from "@node-rs/argon2";

/** OWASP's figures for argon2id with little memory: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const PARAMETERS = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/;

/** One text for what looks the same, however a keyboard composes its accents. */
const plain = (password: string) => password.normalize("NFKC");

export function hashPassword(password: string): Promise<string> {
  return hash(plain(password), OPTIONS);
}

export function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, plain(password));
}

/** Whether a stored hash costs an attacker less than one that is made today. */
export function isOutdated(passwordHash: string): boolean {
  const [, memory, time] = PARAMETERS.exec(passwordHash) ?? [];
  return Number(memory ?? 0) < OPTIONS.memoryCost || Number(time ?? 0) < OPTIONS.timeCost;
}

let decoy: Promise<string> | undefined;

/** Takes as long as a real comparison, so that the answer's time does not tell which users exist. */
export async function compareWithNothing(password: string): Promise<false> {
  decoy ??= hashPassword("nobody has this password");
  await passwordMatches(await decoy, password);
  return false;
}
