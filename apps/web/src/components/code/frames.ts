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

/** The folder that a run's source paths are relative to, as far as a frame of the same file shows it. */
export function rootOf(frames: readonly ErrorFrame[], sourcePath: string): string {
  const end = `/${sourcePath}`;
  const file = frames.find((frame) => frame.file?.endsWith(end))?.file;
  return file ? file.slice(0, 1 - end.length) : "";
}

/** `src/clean.ts:18:5`, or what is known of it; without the folder `root` that it lies in. */
export function frameLocation({ file, line, column }: ErrorFrame, root = ""): string {
  if (file === null) return "unknown place";
  const path = file.startsWith(root) ? file.slice(root.length) : file;
  return [path, line, line === null ? null : column].filter((part) => part !== null).join(":");
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
