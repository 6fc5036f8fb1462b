import { publicUrlOf, readEnvironment } from "@heddle/core";
import { webEnvironment } from "./environment";

const read = readEnvironment(webEnvironment, process.env);
if ("problems" in read) {
  process.stderr.write(`${read.problems.join("\n")}\n`);
  process.exit(1);
}

/** Everything the web process takes from its environment. */
export const { env } = read;

export const publicUrl = publicUrlOf(env);

// next-auth reads its address from the environment and nowhere else.
process.env.NEXTAUTH_URL = publicUrl;
// Next would report to its makers; a self-hosted product talks to nobody by itself.
process.env.NEXT_TELEMETRY_DISABLED = "1";
