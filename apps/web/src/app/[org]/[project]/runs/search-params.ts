import {
  createLoader,
  createParser,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { CHANGED, isInstant, isTag, isVersion, LAST } from "@/components/runs/runs-query";
import { RUN_STATUSES } from "@/components/status/status-words";

/** Text that passes a test; anything else counts as not there, as an address may hold anything. */
function parseAsText(test: (text: string) => boolean) {
  return createParser({ parse: (text) => (test(text) ? text : null), serialize: (text: string) => text });
}

/** What the URL of the runs list says, for the server and the browser alike. */
export const runsParams = {
  status: parseAsNativeArrayOf(parseAsStringLiteral(RUN_STATUSES)),
  pipeline: parseAsNativeArrayOf(parseAsString),
  version: parseAsText(isVersion),
  tag: parseAsNativeArrayOf(parseAsText(isTag)),
  changed: parseAsNativeArrayOf(parseAsStringLiteral(CHANGED)),
  q: parseAsText((text) => text.trim() !== "" && text.length <= 200),
  last: parseAsStringLiteral(LAST),
  from: parseAsText(isInstant),
  to: parseAsText(isInstant),
};

export const loadRunsParams = createLoader(runsParams);
