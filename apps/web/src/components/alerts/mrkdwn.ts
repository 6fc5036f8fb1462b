/** A piece of Slack's mrkdwn, as far as our own messages use it. Texts are plain. */
export type Piece =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "block"; text: string }
  | { kind: "link"; text: string; href: string }
  | { kind: "date"; at: string; text: string }
  | { kind: "bold"; pieces: Piece[] };

const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
/** What keeps Slack from reading marks in foreign text; invisible, and of no use here. */
const WORD_JOINER = /\u2060/g;

/** Blocks of code, code, controls in pointed brackets, bold: in this order where several could begin. */
const TOKEN = /```\n?([\s\S]*?)\n?```\n?|`([^`\n]+)`|<([^<>|]+)\|([^<>]*)>|\*([^*\n]+)\*/g;

function plain(text: string): string {
  return text.replace(WORD_JOINER, "").replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}

function control(target: string, label: string): Piece {
  const date = /^!date\^(\d+)\^/.exec(target);
  if (date) return { kind: "date", at: new Date(Number(date[1]) * 1000).toISOString(), text: plain(label) };
  const href = plain(target);
  return /^https?:\/\//.test(href)
    ? { kind: "link", text: plain(label), href }
    : { kind: "text", text: plain(label) };
}

/** Splits what Slack would show into pieces. Nothing of it is ever read as HTML. */
export function readMrkdwn(source: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of source.matchAll(TOKEN)) {
    if (match.index > end) pieces.push({ kind: "text", text: plain(source.slice(end, match.index)) });
    end = match.index + match[0].length;
    const [, block, code, target, label, bold] = match;
    if (block !== undefined) pieces.push({ kind: "block", text: plain(block) });
    else if (code !== undefined) pieces.push({ kind: "code", text: plain(code) });
    else if (target !== undefined) pieces.push(control(target, label ?? ""));
    else if (bold !== undefined) pieces.push({ kind: "bold", pieces: readMrkdwn(bold) });
  }
  if (end < source.length) pieces.push({ kind: "text", text: plain(source.slice(end)) });
  return pieces;
}
