import type { ErrorFrame } from "@heddle/contract";

/** Frames in a row that are all own code, or all of libraries. */
export interface FrameGroup {
  own: boolean;
  frames: ErrorFrame[];
}

/** Groups a stack by whose code it is, keeping the order, innermost first. */
export function groupFrames(frames: readonly ErrorFrame[]): FrameGroup[] {
  const groups: FrameGroup[] = [];
  for (const frame of frames) {
    const last = groups.at(-1);
    if (last && last.own === frame.own) last.frames.push(frame);
    else groups.push({ own: frame.own, frames: [frame] });
  }
  return groups;
}

/** `src/clean.ts:18:5`, or what is known of it. */
export function frameLocation({ file, line, column }: ErrorFrame): string {
  if (file === null) return "unknown place";
  return [file, line, line === null ? null : column].filter((part) => part !== null).join(":");
}

/** The innermost line of own code that lies inside a piece of source. */
export function failingLine(
  frames: readonly ErrorFrame[],
  source: { path: string; startLine: number; endLine: number },
): number | null {
  const hit = frames.find(
    ({ own, file, line }) =>
      own &&
      file !== null &&
      line !== null &&
      (file === source.path || file.endsWith(`/${source.path}`) || source.path.endsWith(`/${file}`)) &&
      line >= source.startLine &&
      line <= source.endLine,
  );
  return hit?.line ?? null;
}
