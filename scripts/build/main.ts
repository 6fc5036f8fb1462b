import { Refusal } from "../bootstrap/refusal.mjs";
import { buildChanged } from "./build-changed";

/** Builds what changed: the database client, the SDK and the dashboard. */
export async function main(args: string[]): Promise<void> {
  if (args.length > 0) throw new Refusal(`"npm run build" takes no arguments, not "${args.join(" ")}".`);
  await buildChanged();
  console.log("Everything is built.");
}
