import { z } from "zod";

const KINDS = ["run", "node", "pipeline", "version", "page", "project"] as const;

/** Something that was opened from the palette. */
const recentSchema = z.object({
  kind: z.enum(KINDS),
  label: z.string(),
  detail: z.string(),
  href: z.string().startsWith("/"),
});
export type Recent = z.infer<typeof recentSchema>;

const MOST = 6;

/** `list` with `opened` at its beginning, each address once, the oldest dropped. */
export function withRecent(list: readonly Recent[], opened: Recent): Recent[] {
  return [opened, ...list.filter(({ href }) => href !== opened.href)].slice(0, MOST);
}

/** What a browser has kept; nothing of it when somebody else has written there. */
export function parseRecent(text: string | null): Recent[] {
  try {
    const parsed = z
      .array(recentSchema)
      .max(MOST)
      .safeParse(JSON.parse(text ?? "[]"));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

const keyOf = (base: string) => `heddle.recent.${base}`;

/** What was opened lately in the project at `base`, newest first. */
export function readRecent(base: string): Recent[] {
  try {
    return parseRecent(localStorage.getItem(keyOf(base)));
  } catch {
    return [];
  }
}

/** Keeps it for the next time; a browser that keeps nothing is no error. */
export function keepRecent(base: string, opened: Recent): void {
  try {
    localStorage.setItem(keyOf(base), JSON.stringify(withRecent(readRecent(base), opened)));
  } catch {
    return;
  }
}
