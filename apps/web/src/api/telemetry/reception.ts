import { LIMITS } from "@heddle/contract";
import { type AcceptedBatch, acceptBatch, type Context } from "@heddle/core";
import { readBody } from "../read-body";
import type { Admission } from "./admission";
import type { Backlog } from "./backlog";
import type { ReadingThreads } from "./reading-threads";

export interface Received {
  batch: AcceptedBatch;
  /** Size as it came over the wire. */
  bytes: number;
}

/** What stands between a request with a batch and the inbox, all of it bounded. */
export class Reception {
  constructor(
    private readonly admission: Admission,
    private readonly backlog: Backlog,
    private readonly threads: ReadingThreads,
  ) {}

  async receive(ctx: Context, request: Request, encoding: "gzip" | "identity"): Promise<Received> {
    const { projectId } = ctx.scope;
    await this.backlog.refuse(ctx);
    // Where no length is announced, it may be any that is allowed; a longer one is refused unread.
    const announced = Number(request.headers.get("content-length") ?? LIMITS.bodyBytes);
    const leave = this.admission.hold(projectId, Math.min(announced, LIMITS.bodyBytes));
    try {
      const body = await readBody(request, LIMITS.bodyBytes);
      const end = this.admission.begin(projectId);
      try {
        const read: Parameters<typeof acceptBatch>[0]["read"] = (...[bytes, as, receivedAt]) =>
          this.threads.read(projectId, { body: bytes, encoding: as, receivedAt });
        const batch = await acceptBatch({ ctx, input: { body, encoding }, read });
        return { batch, bytes: body.byteLength };
      } finally {
        end();
      }
    } finally {
      leave();
    }
  }
}
