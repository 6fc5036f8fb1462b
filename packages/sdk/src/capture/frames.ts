import { fileURLToPath } from "node:url";
import type { ErrorFrame } from "@heddle/contract";

const MOST_FRAMES = 100;
const FRAME =
  /^\s+at (?:(.+?) \()?((?:file:\/\/|node:|[A-Za-z]:[\\/]|\/)[^()]*?|<anonymous>|native)(?::(\d+):(\d+))?\)?$/;

/** The frames of a V8 stack, innermost first. */
export function parseFrames(stack: string): ErrorFrame[] {
  const frames: ErrorFrame[] = [];
  for (const line of stack.split("\n")) {
    const match = FRAME.exec(line);
    if (match === null || frames.length === MOST_FRAMES) continue;
    const [, name, place = "", row, column] = match;
    const file = place === "<anonymous>" || place === "native" ? null : pathOf(place);
    frames.push({
      function: name ?? null,
      file,
      line: row === undefined ? null : Number(row),
      column: column === undefined ? null : Number(column),
      own: isOwn(file),
    });
  }
  return frames;
}

/** A path from a place in a stack, which is a URL in modules. */
export function pathOf(place: string): string {
  if (!place.startsWith("file://")) return place;
  try {
    return fileURLToPath(place.replace(/\?[^/]*$/, ""));
  } catch {
    return place;
  }
}

/** In the project's code: not in a dependency, the runtime, or this package. */
function isOwn(file: string | null): boolean {
  if (file === null || file.startsWith("node:")) return false;
  return !/[\\/]node_modules[\\/]/.test(file) && file !== ownFile;
}

/** This package's own file where it is linked into a project, as in this repository. */
const ownFile = /[\\/]sdk[\\/]dist[\\/]index\.js$/.test(pathOf(import.meta.url))
  ? pathOf(import.meta.url)
  : null;
