/** What the nodes of a graph can be coloured by. */
export const COLOURS = ["status", "duration"] as const;
export type Colour = (typeof COLOURS)[number];
