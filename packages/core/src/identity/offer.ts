import type { Tx } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { findToken, useToken } from "../token/use";
import { identityFactsSchema } from "./facts";

/** How long people have to say what they want with an identity. */
export const OFFER_MS = 10 * 60_000;

const offerSchema = z.object({ facts: identityFactsSchema, callbackUrl: z.string() });

/** An identity that somebody has come with, which signs nobody in yet. */
type Offer = z.infer<typeof offerSchema>;

interface Given {
  ctx: Pick<InstanceContext, "now">;
  hashingKey: Buffer;
  secret: string;
}

const KINDS = ["identity"] as const;

export async function findOffer(tx: Tx, given: Given): Promise<Offer | null> {
  const token = await findToken(tx, { ...given, kinds: KINDS });
  return token ? offerSchema.parse(token.data) : null;
}

/** Uses the offer up: it joins one identity to one account, once. */
export async function takeOffer(tx: Tx, given: Given): Promise<Offer> {
  if (!(await findToken(tx, { ...given, kinds: KINDS }))) throw offerIsOver();
  return offerSchema.parse((await useToken(tx, { ...given, kinds: KINDS })).data);
}

function offerIsOver(): DomainError {
  return new DomainError("not_found", "This took more than ten minutes, or was already done.", {
    fix: "Start again from the sign-in page.",
  });
}
