import { createHash } from "node:crypto";
import type { ErrorReport } from "@heddle/contract";

const FRAMES = 8;
const PATH_PARTS = 2;

/**
 * SHA-256 of what is the same in every occurrence of an error: its class and the functions of the project
 * that it passed through, or, where there are none, its message without numbers and quoted parts.
 */
export function fingerprintOf(error: ErrorReport): string {
  const own = error.frames.filter((frame) => frame.own);
  const frames = (own.length > 0 ? own : error.frames).slice(0, FRAMES);
  const place = frames.map((frame) => `${shortPath(frame.file)}:${frame.function ?? ""}`);
  const subject = place.length > 0 ? place : [stripped(error.message)];
  return createHash("sha256")
    .update(JSON.stringify([error.type, ...subject]))
    .digest("hex");
}

function shortPath(file: string | null): string {
  return (file ?? "").split(/[\\/]/).slice(-PATH_PARTS).join("/");
}

function stripped(message: string): string {
  return message.replace(/(['"`]).*?\1/g, "…").replace(/0x[0-9a-f]+|\d+/gi, "#");
}
