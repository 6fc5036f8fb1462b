/** What a comparison of the model with the tables has found: of one kind of thing, how much too little or too much. */
export interface Finding {
  what: string;
  lost: number;
  duplicated: number;
  /** One of them, for whoever looks for the cause. */
  example?: string | undefined;
}

/** How often each text is there on one side and not on the other. */
export function differenceOf(expected: Iterable<string>, stored: Iterable<string>) {
  const counts = new Map<string, number>();
  for (const text of expected) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const text of stored) counts.set(text, (counts.get(text) ?? 0) - 1);
  const missing = [...counts].flatMap(([text, count]) => Array<string>(Math.max(0, count)).fill(text));
  const surplus = [...counts].flatMap(([text, count]) => Array<string>(Math.max(0, -count)).fill(text));
  return { missing, surplus };
}
