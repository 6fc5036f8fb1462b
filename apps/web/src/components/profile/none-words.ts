const NOTHING = ["null", "undefined"];

/** What has no statistics, in a word: `nothing`, or what kind of value it is, such as `function`. */
export function noneWords(dataType: string): string {
  return NOTHING.includes(dataType) ? "nothing" : dataType;
}
