import { type InstanceContext, type Limit, requireAttempt } from "@heddle/core";
import { visitorOf } from "./client-address";

/** Takes one attempt from the network that a request comes from; refuses when there is none left. */
export function limitVisitor(ctx: InstanceContext, limit: Limit): Promise<void> {
  return requireAttempt({ ctx, input: { limit, name: visitorOf(ctx.address ?? "") } });
}
