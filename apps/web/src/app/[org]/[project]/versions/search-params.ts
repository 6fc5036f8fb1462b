import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** What the URL of the versions page says, for the server and the browser alike. */
export const versionsParams = {
  pipeline: parseAsString,
  /** Hashes of the two versions; by default the newest and the one before it. */
  from: parseAsString,
  to: parseAsString,
  /** What of the code is shown: a node or a file. */
  node: parseAsString,
  file: parseAsString,
  show: parseAsStringLiteral(["behaviour", "all"]).withDefault("behaviour"),
  view: parseAsStringLiteral(["split", "unified"]).withDefault("split"),
};

export const loadVersionsParams = createLoader(versionsParams);
