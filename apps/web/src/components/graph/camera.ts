export interface Size {
  width: number;
  height: number;
}

export interface Camera {
  x: number;
  y: number;
  zoom: number;
}

export interface Box extends Size {
  x: number;
  y: number;
}

export const ZOOM = { least: 0.04, most: 2, step: 1.25 };
/** Room around the graph, and above and at the right for the tools that float there. */
const MARGIN = { top: 48, left: 24, right: 172, bottom: 52 };
/** Below this a graph opens at its most important node, not as a whole: names could not be read. */
const READABLE = 0.55;

function inner(size: Size): Size {
  return {
    width: Math.max(1, size.width - MARGIN.left - MARGIN.right),
    height: Math.max(1, size.height - MARGIN.top - MARGIN.bottom),
  };
}

/** Shows all of the graph, never larger than 100 %. */
export function fitAll(graph: Size, view: Size): Camera {
  const room = inner(view);
  const zoom = Math.max(ZOOM.least, Math.min(1, room.width / graph.width, room.height / graph.height));
  const x = MARGIN.left + (room.width - graph.width * zoom) / 2;
  return { x: Math.round(x), y: MARGIN.top + Math.round(topOf(graph, room, zoom)), zoom };
}

function topOf(graph: Size, room: Size, zoom: number): number {
  return Math.max(0, Math.min(24, (room.height - graph.height * zoom) / 2));
}

/** How a graph opens: as a whole while that can be read, else at 100 % around `focus`, or at its top. */
export function openingCamera(graph: Size, view: Size, focus: Box | null): Camera {
  const all = fitAll(graph, view);
  if (all.zoom >= READABLE) return all;
  const room = inner(view);
  const zoom = Math.max(READABLE, Math.min(1, room.width / graph.width));
  if (focus) return withoutGaps(graph, view, centreOn(focus, view, zoom));
  const x = MARGIN.left + (room.width - graph.width * zoom) / 2;
  return { x: Math.round(x), y: MARGIN.top, zoom };
}

/** The nearest camera that wastes no room: a side of the graph that fits is shown whole. */
function withoutGaps(graph: Size, view: Size, camera: Camera): Camera {
  const room = inner(view);
  const along = (offset: number, length: number, from: number, space: number) =>
    length <= space ? from + (space - length) / 2 : Math.min(from, Math.max(from + space - length, offset));
  const x = along(camera.x, graph.width * camera.zoom, MARGIN.left, room.width);
  const y = along(camera.y, graph.height * camera.zoom, MARGIN.top, room.height);
  const { zoom } = camera;
  const fits = graph.height * zoom <= room.height;
  return { x: Math.round(x), y: Math.round(fits ? MARGIN.top + topOf(graph, room, zoom) : y), zoom };
}

/** Puts a box in the middle of what is free of tools. */
export function centreOn(box: Box, view: Size, zoom: number): Camera {
  const room = inner(view);
  return {
    x: Math.round(MARGIN.left + room.width / 2 - (box.x + box.width / 2) * zoom),
    y: Math.round(MARGIN.top + room.height / 2 - (box.y + box.height / 2) * zoom),
    zoom,
  };
}

/** The least move of the camera that shows all of a box; the same camera when it is in view already. */
export function reveal(box: Box, view: Size, camera: Camera): Camera {
  const room = inner(view);
  const shift = (start: number, length: number, from: number, space: number) => {
    if (length > space || start < from) return from - start;
    return start + length > from + space ? from + space - start - length : 0;
  };
  const left = box.x * camera.zoom + camera.x;
  const top = box.y * camera.zoom + camera.y;
  const dx = shift(left, box.width * camera.zoom, MARGIN.left, room.width);
  const dy = shift(top, box.height * camera.zoom, MARGIN.top, room.height);
  return dx === 0 && dy === 0 ? camera : { ...camera, x: camera.x + dx, y: camera.y + dy };
}
