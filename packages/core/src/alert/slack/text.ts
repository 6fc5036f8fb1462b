const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
/** Invisible; keeps "@channel" from being read as a call to everybody where Slack parses plain text. */
const WORD_JOINER = "\u2060";

function escapeOne(character: string): string {
  const loneSurrogate = character.length === 1 && /[\ud800-\udfff]/.test(character);
  return loneSurrogate ? "\ufffd" : (ENTITIES[character] ?? character);
}

/**
 * Foreign text as Slack may have it: control sequences escaped, calls to everybody defused, and no longer
 * than `limit` UTF-16 units, cut between characters and never inside an entity.
 */
export function foreign(text: string, limit: number): string {
  const defused = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed.
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/@(?=channel|here|everyone)/gi, `@${WORD_JOINER}`);
  let result = "";
  for (const character of defused) {
    const next = escapeOne(character);
    if (result.length + next.length > limit - 1) return `${result}…`;
    result += next;
  }
  return result;
}

/** Foreign text on one line, where Slack's marks (bold, code, links) mean nothing. */
export function plainLine(text: string, limit: number): string {
  return foreign(text.replace(/\s+/g, " ").trim(), limit);
}

/** Foreign text inside a line of mrkdwn: its own marks are taken from it by making it code. */
export function code(text: string, limit: number): string {
  const inner = plainLine(text.replaceAll("`", "'"), limit - 2);
  return inner === "" ? "" : `\`${inner}\``;
}

/** Foreign text as a block of code, with its line breaks. */
export function codeBlock(text: string, limit: number): string {
  return `\`\`\`\n${foreign(text.replaceAll("`", "'").trimEnd(), limit - 8)}\n\`\`\``;
}

/** Marks where Slack would read them: not those inside of a name like `jun_okafor`. */
const MARKS = /(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])/gu;

/** A person's words inside a line of mrkdwn; marks are weakened so that they stay text. */
export function words(text: string, limit: number): string {
  return plainLine(
    text.replace(MARKS, (mark) => `${WORD_JOINER}${mark}${WORD_JOINER}`),
    limit,
  );
}

/** A link. The address comes from us; `|` and `>` would end it early. */
export function link(url: string, label: string): string {
  const safe = url.replace(/[<>|]/g, encodeURIComponent).replaceAll("&", "&amp;");
  return `<${safe}|${label}>`;
}

/** A moment in the reader's own time zone; clients that cannot do that show UTC. */
export function moment(at: Date): string {
  const utc = `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return `<!date^${Math.floor(at.getTime() / 1000)}^{date_short_pretty} {time}|${utc}>`;
}
