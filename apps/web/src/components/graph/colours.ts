/** What the nodes of a graph can be coloured by, in the order of their keys. */
export const COLOURS = ["status", "duration", "changed"] as const;
export type Colour = (typeof COLOURS)[number];
