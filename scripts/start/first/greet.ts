import type { StartOptions } from "../options.mjs";
import { forgetSignIn, unseenSignIn } from "./sign-in";
import { welcomeText } from "./welcome";

/** Prints where to look; the first secrets only on a terminal, and only once. */
export async function greet(options: StartOptions): Promise<void> {
  const terminal = process.stdout.isTTY === true;
  const { publicUrl, dataDir } = options;
  const unseen = await unseenSignIn(dataDir);
  const secrets = terminal && unseen ? unseen.secrets : null;
  const secretsFile = !terminal && unseen ? unseen.file : null;
  console.log(welcomeText({ publicUrl, dataDir, secrets, secretsFile }));
  if (secrets) await forgetSignIn(dataDir);
}
