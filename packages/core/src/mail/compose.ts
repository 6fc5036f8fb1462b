import type { Mail } from "./mail";

interface Letter {
  to: string;
  subject: string;
  /** Paragraphs of plain text; what people wrote may be anywhere in them. */
  before: string[];
  /** The one thing to do. */
  action?: { label: string; link: string };
  after: string[];
  /** Which instance wrote. */
  publicUrl: string;
}

const MAX_SUBJECT = 150;

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** So that what people call themselves cannot become markup. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (one) => ESCAPES[one] ?? one);
}

/** One line: a line break in a subject would begin a header, or what looks like the mail's text. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}

const style = {
  body: "margin:0;padding:24px;background:#f6f7f8;font:14px/1.5 system-ui,sans-serif;color:#1b1d21",
  card: "max-width:480px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e3e5e8;border-radius:8px",
  button:
    "display:inline-block;padding:9px 16px;background:#3451b2;color:#ffffff;border-radius:6px;text-decoration:none;font-weight:600",
  small: "max-width:480px;margin:12px auto 0;font-size:12px;color:#6b7078",
};

/** The same letter as plain text and as simple HTML. */
export function compose({ to, subject, before, action, after, publicUrl }: Letter): Mail {
  const said = (lines: string[]) => lines.map((line) => oneLine(line));
  const [above, below] = [said(before), said(after)];
  const from = `Heddle at ${publicUrl}`;
  const parts = [...above, ...(action ? [`${action.label}:\n${action.link}`] : []), ...below];
  const paragraph = (line: string) => `<p style="margin:0 0 14px">${escapeHtml(line)}</p>`;
  const button = action
    ? `<p style="margin:0 0 14px"><a href="${escapeHtml(action.link)}" style="${style.button}">${escapeHtml(action.label)}</a></p>` +
      `<p style="margin:0 0 14px;font-size:12px;color:#6b7078;word-break:break-all">${escapeHtml(action.link)}</p>`
    : "";
  return {
    to,
    subject: Array.from(oneLine(subject)).slice(0, MAX_SUBJECT).join(""),
    text: `${parts.join("\n\n")}\n\n-- \n${from}\n`,
    html:
      `<!doctype html><html lang="en"><body style="${style.body}"><div style="${style.card}">` +
      `${above.map(paragraph).join("")}${button}${below.map(paragraph).join("")}</div>` +
      `<p style="${style.small}">${escapeHtml(from)}</p></body></html>`,
  };
}
