export const between = (least: number, most: number): number =>
  least + Math.floor(Math.random() * (most - least + 1));

export const chance = (share: number): boolean => Math.random() < share;

export function oneOf<Value>(values: readonly [Value, ...Value[]]): Value {
  return values[between(0, values.length - 1)] ?? values[0];
}

export function shuffled<Value>(values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
