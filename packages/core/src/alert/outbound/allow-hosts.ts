const HOST_AND_PORT = /^(?:\[[0-9a-f:.]+\]|[^\s:/@[\]]+):\d{1,5}$/;

/** Reads a comma list of `host:port`. Throws on an entry that would never match. */
export function readAllowHosts(text: string): string[] {
  const entries = text.split(",").flatMap((entry) => entry.trim().toLowerCase() || []);
  const wrong = entries.find((entry) => !HOST_AND_PORT.test(entry));
  if (wrong !== undefined)
    throw new Error(`OUTBOUND_ALLOW_HOSTS: "${wrong}" is not host:port, as in "chat.example.lan:8065".`);
  return entries;
}
