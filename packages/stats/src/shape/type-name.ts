/** Name of a value's type as people write it: `number`, `null`, `Date`, `Float64Array`, `Customer`. */
export function typeName(value: unknown): string {
  if (value === null) return "null";
  if (typeof value !== "object") return typeof value;
  try {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype === null) return "Object";
    const name: unknown = (prototype as { constructor?: { name?: unknown } }).constructor?.name;
    return typeof name === "string" && name !== "" ? name.slice(0, 100) : "Object";
  } catch {
    return "Object";
  }
}
