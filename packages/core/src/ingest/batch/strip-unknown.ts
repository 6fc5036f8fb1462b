import type { z } from "zod";

/** Takes out of a value, in place, what its schema does not name. */
export type Strip = (value: unknown) => void;

type Schema = z.core.$ZodType;
type Members = Record<string, unknown>;

/**
 * What parsing with `schema` would leave out, for values that are known to satisfy it: many times faster than
 * parsing. Null when there can be nothing to take out.
 */
export function stripOf(schema: Schema): Strip | null {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "object":
      return stripObject(def.shape);
    case "array":
      return each(def.element, (value) => value as unknown[]);
    case "record":
      return each(def.valueType, (value) => Object.values(value as Members));
    case "optional":
    case "nullable":
      return present(stripOf(def.innerType));
    case "union":
      return stripChoice(def.options);
    default:
      return null;
  }
}

function stripObject(shape: Readonly<Record<string, Schema>>): Strip {
  const known = new Map(Object.entries(shape).map(([key, member]) => [key, stripOf(member)]));
  return (value) => {
    const members = value as Members;
    for (const key in members) {
      const strip = known.get(key);
      if (strip) strip(members[key]);
      else if (strip === undefined) delete members[key];
    }
  };
}

function each(schema: Schema, itemsOf: (value: unknown) => unknown[]): Strip | null {
  const strip = stripOf(schema);
  return strip && ((value) => itemsOf(value).forEach(strip));
}

function present(strip: Strip | null): Strip | null {
  return strip && ((value) => void (value !== null && strip(value)));
}

/** Of objects that say by their `type` which of them they are. */
function stripChoice(options: readonly Schema[]): Strip {
  const byType = new Map(options.flatMap((option) => typesOf(option).map((type) => [type, stripOf(option)])));
  return (value) => byType.get((value as { type: string }).type)?.(value);
}

function typesOf(option: Schema): unknown[] {
  return [...(option._zod.propValues?.type ?? [])];
}
