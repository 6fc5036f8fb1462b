import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { RUN_STATUSES } from "@/components/status/status-words";

/** What the URL of the runs list says, for the server and the browser alike. */
export const runsParams = {
  status: parseAsStringLiteral(RUN_STATUSES),
  pipeline: parseAsString,
};

export const loadRunsParams = createLoader(runsParams);
