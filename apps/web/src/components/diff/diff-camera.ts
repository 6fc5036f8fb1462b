export interface Size {
  width: number;
  height: number;
}

export interface Camera {
  x: number;
  y: number;
  zoom: number;
}

export const ZOOM = { least: 0.03, most: 1.5 };
/** Room around the drawing; above stands the switch. */
const MARGIN = { side: 20, top: 48, bottom: 16 };
/** Below this names cannot be read: the drawing opens at its most important box instead. */
const READABLE = 0.7;

/** Shows all of the drawing, never larger than 100 %. */
function fitCamera(drawing: Size, view: Size): Camera {
  const room = { width: view.width - 2 * MARGIN.side, height: view.height - MARGIN.top - MARGIN.bottom };
  const zoom = Math.max(
    ZOOM.least,
    Math.min(1, room.width / Math.max(1, drawing.width), room.height / Math.max(1, drawing.height)),
  );
  return {
    x: Math.round(MARGIN.side + Math.max(0, room.width - drawing.width * zoom) / 2),
    y: Math.round(MARGIN.top + Math.max(0, room.height - drawing.height * zoom) / 2),
    zoom,
  };
}

/** Puts a box in the middle. */
export function centreCamera(box: Size & { x: number; y: number }, view: Size, zoom: number): Camera {
  return {
    x: Math.round(view.width / 2 - (box.x + box.width / 2) * zoom),
    y: Math.round(view.height / 2 - (box.y + box.height / 2) * zoom),
    zoom,
  };
}

/** As a whole while that can be read, else around `focus`. */
export function openingDiffCamera(
  drawing: Size,
  view: Size,
  focus: (Size & { x: number; y: number }) | undefined,
): Camera {
  const all = fitCamera(drawing, view);
  if (all.zoom >= READABLE || !focus) return all;
  const { x, y } = centreCamera(focus, view, READABLE);
  return {
    x: withoutGap(x, drawing.width * READABLE, view.width, MARGIN.side, MARGIN.side),
    y: withoutGap(y, drawing.height * READABLE, view.height, MARGIN.top, MARGIN.bottom),
    zoom: READABLE,
  };
}

/** The nearest place that wastes no room: what fits stands in the middle, what does not begins at an edge. */
function withoutGap(at: number, length: number, room: number, before: number, after: number): number {
  const space = room - before - after;
  if (length <= space) return Math.round(before + (space - length) / 2);
  return Math.round(Math.min(before, Math.max(room - after - length, at)));
}

/** Whether all of a box can be seen. */
export function isInView(box: Size & { x: number; y: number }, view: Size, camera: Camera): boolean {
  const [left, top] = [box.x * camera.zoom + camera.x, box.y * camera.zoom + camera.y];
  const [right, bottom] = [left + box.width * camera.zoom, top + box.height * camera.zoom];
  return left >= 0 && top >= 0 && right <= view.width && bottom <= view.height;
}
