const HOST_AND_PORT = /^(?:\[[0-9a-f:.]+\]|[^\s:/@[\]]+):\d{1,5}$/;

/** The entries of a comma list of `host:port`. */
export function readAllowHosts(text: string): string[] {
  return text.split(",").flatMap((entry) => entry.trim().toLowerCase() || []);
}

/** The first entry that would never match; undefined when there is none. */
export function wrongAllowHost(text: string): string | undefined {
  return readAllowHosts(text).find((entry) => !HOST_AND_PORT.test(entry));
}
