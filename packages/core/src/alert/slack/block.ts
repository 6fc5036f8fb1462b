/** The parts of Slack's Block Kit that messages are made of. */
interface Mrkdwn {
  type: "mrkdwn";
  text: string;
  /** Slack leaves the text as it is: no names of channels or people are looked for. */
  verbatim: true;
}

export type Block =
  | { type: "header"; text: { type: "plain_text"; text: string; emoji: false } }
  | { type: "section"; text: Mrkdwn }
  | { type: "section"; fields: Mrkdwn[] }
  | { type: "context"; elements: Mrkdwn[] };

export interface SlackMessage {
  /** Shown in notifications, and where blocks cannot be. */
  text: string;
  blocks: Block[];
  unfurl_links: false;
  unfurl_media: false;
}

/** Slack's limits, in characters. */
export const SLACK = { header: 150, section: 3000, field: 2000, context: 2000, text: 4000 } as const;

function mrkdwn(text: string): Mrkdwn {
  return { type: "mrkdwn", text, verbatim: true };
}

export function header(text: string): Block {
  return { type: "header", text: { type: "plain_text", text, emoji: false } };
}

export function section(text: string): Block {
  return { type: "section", text: mrkdwn(text) };
}

/** Titled texts side by side, on a phone one below the other. */
export function fields(entries: { title: string; text: string }[]): Block {
  return { type: "section", fields: entries.map(({ title, text }) => mrkdwn(`*${title}*\n${text}`)) };
}

export function context(text: string): Block {
  return { type: "context", elements: [mrkdwn(text)] };
}
