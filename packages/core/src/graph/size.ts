/** Measures of the drawing, in pixels at 100 %. */
export const BOX = { width: 150, height: 44 };
/** Room between boxes of one layer, and between a box and a line that passes beside it. */
export const GAP = { column: 14, line: 14, row: 18 };
/** Room between layers; layers joined by wide curves get more. */
export const LAYER_GAP = { least: 26, most: 64 };
