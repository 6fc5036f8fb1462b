/** The keys of a run's page, for the sheet that lists them. */
export const RUN_KEYS = [
  { keys: "1 2 3 4", does: "graph, timeline, nodes, environment" },
  { keys: "/", does: "find a node" },
  { keys: "↑ ↓ ← →", does: "graph: walk along edges" },
  { keys: "f 0", does: "graph: fit all, 100 %" },
  { keys: "+ -", does: "graph: zoom" },
  { keys: "j k", does: "table, timeline: next, previous node" },
  { keys: "Enter", does: "open the node" },
  { keys: "Esc", does: "close the panel" },
];
