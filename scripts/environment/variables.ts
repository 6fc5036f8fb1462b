import { adminEnvironment } from "../../apps/admin/src/environment";
import { webEnvironment } from "../../apps/web/src/environment";
import { workerEnvironment } from "../../apps/worker/src/environment";

/** What the documentation says of a variable. */
export interface Variable {
  name: string;
  part: string;
  description: string;
  /** The processes that read it. */
  readers: string[];
  /** What it is when it is not set; null when that is nothing. */
  unset: string | null;
  /** It has to be set. */
  needed: boolean;
  example: string | null;
}

const SCHEMAS = { web: webEnvironment, worker: workerEnvironment, "heddle-admin": adminEnvironment };

/** Every variable of every process, in the order in which the schemas have them. */
export function allVariables(): Variable[] {
  const found = new Map<string, Variable>();
  for (const [reader, { shape }] of Object.entries(SCHEMAS)) {
    for (const [name, schema] of Object.entries(shape)) {
      const known = found.get(name);
      if (known) known.readers.push(reader);
      else found.set(name, { name, readers: [reader], ...describe(name, schema) });
    }
  }
  return [...found.values()];
}

type Schema = (typeof webEnvironment.shape)[keyof typeof webEnvironment.shape];

function describe(name: string, schema: Schema): Omit<Variable, "name" | "readers"> {
  const { part, description, unset, example } = schema.meta() ?? {};
  if (typeof part !== "string" || !description) throw new Error(`${name} lacks its part or description.`);
  const nothing = schema.safeParse(undefined);
  return {
    part,
    description,
    unset: typeof unset === "string" ? unset : String(nothing.data ?? "") || null,
    needed: !nothing.success,
    example: typeof example === "string" ? example : null,
  };
}
