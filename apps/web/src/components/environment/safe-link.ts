/** An address that may become a link: http or https. Anything else that a client sent stays text. */
export function safeLink(url: string | null): string | null {
  if (url === null) return null;
  const parsed = URL.parse(url);
  return parsed && (parsed.protocol === "https:" || parsed.protocol === "http:") ? parsed.href : null;
}
