/** What changes, as it was and as it will be; null when nothing does. Fields that are not given stay. */
export function difference<Fields extends object>(
  before: Fields,
  wanted: { [Key in keyof Fields]?: Fields[Key] | undefined },
): { from: Partial<Fields>; to: Partial<Fields> } | null {
  const from: Partial<Fields> = {};
  const to: Partial<Fields> = {};
  for (const key in before) {
    const value = wanted[key];
    if (value === undefined || value === before[key]) continue;
    from[key] = before[key];
    to[key] = value;
  }
  return Object.keys(to).length > 0 ? { from, to } : null;
}
