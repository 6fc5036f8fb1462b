import type { inferParserType } from "nuqs/server";
import { pickFile } from "@/components/code-view/pick-file";
import { columnsOptions } from "@/components/data/data-query";
import { ledgerOptions } from "@/components/ledger/ledger-query";
import type { runParams } from "@/components/run/run-params";
import { caller, prefetch, prefetchInfinite, trpc } from "@/trpc/server";

interface RunRef {
  org: string;
  project: string;
  runId: string;
}

/** Fetches what the open view needs besides the run and its graph. */
export async function prefetchTab(ref: RunRef, view: inferParserType<typeof runParams>): Promise<void> {
  if (view.tab === "ledger") {
    await prefetchInfinite(trpc.runs.ledger.infiniteQueryOptions(...ledgerOptions(ref)));
  } else if (view.tab === "data") {
    await prefetchInfinite(trpc.runs.columns.infiniteQueryOptions(...columnsOptions(ref, view)));
  } else if (view.tab === "code") {
    await prefetch(trpc.runs.code.queryOptions(ref));
    const { files } = await caller((api) => api.runs.code(ref));
    const file = pickFile(files, view.file, view.node);
    if (file) await prefetch(trpc.runs.file.queryOptions({ ...ref, path: file.path }));
  }
}
