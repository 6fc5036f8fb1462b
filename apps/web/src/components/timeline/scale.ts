export interface Scale {
  start: number;
  /** Length of the axis: the run, with some room for labels after its end. */
  length: number;
}

const ROOM = 1.12;

export function timeScale(start: number, end: number): Scale {
  return { start, length: Math.max(1, (end - start) * ROOM) };
}

/** Place of a moment on the axis, in percent of its width. */
export function percentOf(scale: Scale, at: number): number {
  return ((at - scale.start) / scale.length) * 100;
}
