import { Refusal } from "./refusal.mjs";

/**
 * Ends the process: a refusal shows its sentence only, anything else is a defect and shows its stack.
 * @param {unknown} error
 */
export function reportAndExit(error) {
  console.error(error instanceof Refusal ? `\n${error.message}` : error);
  process.exit(1);
}
