import { type ErrorReport, errorReportSchema } from "@heddle/contract";
import type { Tx } from "@heddle/db";
import { maskSecrets } from "@heddle/stats";
import { z } from "zod";
import { fingerprintOf } from "../../ingest/fold/fingerprint";
import { fullNamesIn } from "../../run/full-names";
import type { FailureFacts } from "./facts";

/** As the drain writes it; the node is named by its key. */
const failureSchema = z.object({ node: z.string().nullable(), type: z.string(), message: z.string() });

interface FailedRun {
  projectId: string;
  id: string;
  codeVersion: string | null;
  failure: unknown;
  error: unknown;
}

/** What failed first in a run, why and where, and whose node it is. */
export async function loadFailure(
  tx: Tx,
  run: FailedRun,
): Promise<Pick<FailureFacts, "failure" | "owner"> & { fingerprint: string }> {
  const failure = failureSchema.safeParse(run.failure).data;
  const ofRun = errorReportSchema.safeParse(run.error).data;
  if (!failure?.node) {
    const text = failure ?? ofRun;
    const place = ofRun ? ownPlace(ofRun) : null;
    const found = text ? { node: null, type: text.type, message: maskSecrets(text.message), place } : null;
    return { failure: found, owner: null, fingerprint: fingerprintOf(ofRun ?? withoutFrames(text)) };
  }
  const node = failure.node;
  const { projectId, id: runId, codeVersion } = run;
  const nodeRun = await tx.nodeRun.findFirst({
    where: { projectId, runId, node, status: "failed" },
    orderBy: [{ startedAt: { sort: "asc", nulls: "last" } }, { task: "asc" }],
    select: { error: true, fingerprint: true },
  });
  const definition = codeVersion
    ? await tx.nodeVersion.findUnique({
        where: { projectId_codeVersion_node: { projectId, codeVersion, node } },
        select: { owner: true },
      })
    : null;
  const report = errorReportSchema.safeParse(nodeRun?.error).data;
  const fullName = await fullNamesIn(tx, projectId, [node]);
  const { type, message } = report ?? failure;
  return {
    failure: {
      node: fullName(node),
      type,
      message: maskSecrets(message),
      place: report ? ownPlace(report) : null,
    },
    owner: definition?.owner ?? null,
    fingerprint: nodeRun?.fingerprint ?? fingerprintOf(report ?? withoutFrames(failure)),
  };
}

/** For runs that say little or nothing about why they failed. */
function withoutFrames(error: { type: string; message: string } | undefined): ErrorReport {
  return { type: error?.type ?? "", message: error?.message ?? "", stack: "", frames: [], causes: [] };
}

/** The innermost frame in the project's own code. */
function ownPlace(report: ErrorReport) {
  const frame = report.frames.find(({ own, file }) => own && file !== null);
  return frame?.file ? { file: frame.file, line: frame.line, function: frame.function } : null;
}
