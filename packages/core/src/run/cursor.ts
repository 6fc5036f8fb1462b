import { DomainError } from "../error/domain-error";

/** A place in a list as callers hold it: they pass it back and never look inside. */
export function encodeCursor(place: string[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** The parts of a cursor that `encodeCursor` made, when `fits` takes them. */
export function decodeCursor(cursor: string, fits: (place: string[]) => boolean): string[] {
  const place = read(cursor);
  if (place && fits(place)) return place;
  throw new DomainError("invalid", "The cursor is not one that this list gave out.", {
    path: "/cursor",
    fix: "Pass nextCursor of the previous page unchanged, or leave it out to begin at the first page.",
  });
}

function read(cursor: string): string[] | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(place)) return null;
    const texts = place.filter((part) => typeof part === "string" && !part.includes("\0"));
    return texts.length === place.length ? texts : null;
  } catch {
    return null;
  }
}
