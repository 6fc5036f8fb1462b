import { type Context, createChannel, createOutbound, deriveKey } from "@heddle/core";
import type { Database } from "@heddle/db";
import { SECRET } from "../product/environment";
import type { Owner } from "./owner";

/** The project that the instance began with, as its first account sees it. */
export async function firstProject(owner: Owner): Promise<Context> {
  const [found] = await owner.rows<{
    organizationId: string;
    projectId: string;
    userId: string;
    email: string;
  }>(
    `select p.organization_id as "organizationId", p.id as "projectId", u.id as "userId", u.email
     from project p, "user" u limit 1`,
  );
  if (!found) throw new Error("The instance has no project.");
  const { organizationId, projectId, userId, email } = found;
  return contextOf(owner.db, { organizationId, projectId }, { userId, email });
}

function contextOf(db: Database, scope: Context["scope"], user: { userId: string; email: string }): Context {
  return { db, scope, actor: { type: "user", role: "owner", ...user }, now: () => new Date() };
}

/** Every failure is told to this address. */
export async function tellFailures(ctx: Context, receiver: { url: string; host: string }): Promise<void> {
  const slack = {
    outbound: createOutbound({ allowHosts: receiver.host }),
    encryptionKey: deriveKey(SECRET, "encryption"),
    publicUrl: "http://heddle.example",
  };
  const input = { kind: "webhook" as const, name: "faults", url: receiver.url };
  await createChannel({ ctx, input, slack });
}
