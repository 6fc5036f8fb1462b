/** The keys of a run's page, for the sheet that lists them. */
export const RUN_KEYS = [
  { keys: "[ ]", does: "previous, next run of the pipeline" },
  { keys: "c", does: "compare with the last good run" },
  { keys: ", .", does: "previous, next view" },
  { keys: "/", does: "find a node, a column" },
  { keys: "1 2 3", does: "graph: colour by status, duration, change" },
  { keys: "↑ ↓ ← →", does: "graph: walk along edges" },
  { keys: "f 0", does: "graph: fit all, 100 %" },
  { keys: "+ - 0", does: "graph, timeline: zoom, whole run" },
  { keys: "j k", does: "table, timeline: next, previous node" },
  { keys: "Enter", does: "open the node" },
  { keys: "Esc", does: "close the panel" },
];
