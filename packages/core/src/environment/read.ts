import type { z } from "zod";

type Variables = Record<string, string | undefined>;

/** The environment as the schema wants it, or one sentence for each variable that is wrong. */
export function readEnvironment<T extends z.ZodType>(
  schema: T,
  variables: Variables,
): { env: z.output<T> } | { problems: string[] } {
  // `NAME=` in a file or a compose template means that there is none.
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return { env: result.data };
  const first = new Map<string, string>();
  for (const { path, message } of result.error.issues) {
    const name = String(path[0]);
    if (!first.has(name)) first.set(name, `${name} ${message}.`);
  }
  return { problems: [...first.values()] };
}
