import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import type { Provider } from "./facts";
import { type NextStep, nextStep } from "./next-step";
import { findOffer } from "./offer";
import { type Door, situationOf } from "./situation";

export const readOfferInput = z.object({
  secret: z.string().max(200),
  /** Whose session the browser has. */
  signedInAs: z.uuid().nullable(),
});

export interface OfferView {
  provider: Provider;
  /** As the provider told it; null when it told none. */
  email: string | null;
  name: string;
  callbackUrl: string;
  next: NextStep;
}

/** What somebody has come with and what it needs; null when they came with nothing, or too long ago. */
export async function readOffer(args: {
  ctx: InstanceContext;
  input: z.infer<typeof readOfferInput>;
  door: Door;
}): Promise<OfferView | null> {
  const { ctx, door } = args;
  const { secret, signedInAs } = readOfferInput.parse(args.input);
  return withSystem(ctx.db, async (tx) => {
    const offer = await findOffer(tx, { ctx, hashingKey: door.hashingKey, secret });
    if (!offer) return null;
    const { facts, callbackUrl } = offer;
    const next = nextStep(await situationOf(tx, ctx, door, { ...offer, signedInAs }));
    return { provider: facts.provider, email: facts.email, name: facts.name, callbackUrl, next };
  });
}
