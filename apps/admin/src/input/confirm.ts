import { createInterface } from "node:readline/promises";
import { safeLine } from "../output/safe";
import { Refusal } from "../refusal";

/** Asks before something is lost; where nobody can answer, --yes has to say it. */
export async function confirm(question: string, yes: boolean | undefined): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) throw new Refusal(`${question} Without a terminal to ask on, say it with --yes.`);
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<string>((resolve) => prompt.once("close", () => resolve("")));
  const answer = await Promise.race([prompt.question(`${safeLine(question)} Type "yes": `), ended]);
  prompt.close();
  if (answer.trim().toLowerCase() !== "yes") throw new Refusal("Nothing was changed.");
}
