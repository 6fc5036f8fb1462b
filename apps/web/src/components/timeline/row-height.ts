/** Height of a row of the time line, in pixels. */
export const ROW = 19;
