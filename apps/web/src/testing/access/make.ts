import { randomBytes } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import {
  type ChannelKind,
  type Context,
  createApiKey,
  createChannel,
  createOutbound,
  evaluateRun,
  type Role,
} from "@heddle/core";
import type { Scope } from "@heddle/db";
import { withSystem } from "@heddle/db";
import type { World } from "../world";

/** Makes things of a tenant for calls that use them up. Each answers with an id. */
export interface Maker {
  key: () => Promise<string>;
  organizationKey: () => Promise<string>;
  channel: (kind?: ChannelKind) => Promise<string>;
  /** A group of same failures with one failed run. */
  failure: () => Promise<string>;
  /** A message that did not arrive. */
  failedDelivery: () => Promise<string>;
  /** Somebody with a role in the organisation, who cannot sign in. */
  person: (role: Role) => Promise<string>;
  /** Somebody with a role in the project only, who cannot sign in. */
  guest: (role: Exclude<Role, "owner">) => Promise<string>;
  /** Gives each member of the organisation a grant in the project, too. */
  grantToMembers: () => Promise<void>;
  /** Closes the organisation, as its deletion does. */
  organizationDeleted: () => Promise<void>;
  /** An open one to the project. */
  invitation: () => Promise<string>;
  /** A batch that could not be stored. */
  quarantined: () => Promise<string>;
}

/** Texts in what is made begin with `mark`. `webhook` stands in for Slack. */
export function createMaker(world: World, scope: Scope, mark: string, webhook: string): Maker {
  const { db, keys, slack } = world.services;
  const { organizationId, projectId } = scope;
  const ctx: Context = { db, scope, now: () => new Date(), actor: { type: "system", job: `${mark} job` } };
  const outbound = createOutbound({ allowHosts: new URL(webhook).host });

  async function user(): Promise<string> {
    const id = createUuidV7();
    await withSystem(db, (tx) =>
      tx.user.create({ data: { id, email: `${mark}.${id}@example.org`, name: `${mark} person` } }),
    );
    return id;
  }

  async function channel(kind: ChannelKind = "slack"): Promise<string> {
    const input = { kind, name: `${mark} channel`, url: `${webhook}/${mark}` };
    return (await createChannel({ ctx, input, slack: { ...slack, outbound } })).id;
  }

  return {
    channel,
    async key() {
      const input = { name: `${mark} key`, scopes: ["read" as const] };
      return (await createApiKey({ ctx, input, hashingKey: keys.apiKey })).id;
    },
    async organizationKey() {
      const organization = { db, now: ctx.now, actor: ctx.actor, organizationId };
      const input = { name: `${mark} key`, scopes: ["read" as const] };
      return (await createApiKey({ ctx: organization, input, hashingKey: keys.apiKey })).id;
    },
    async failedDelivery() {
      const [id, incidentId, channelId] = [createUuidV7(), createUuidV7(), await channel()];
      const node = `${mark} node`;
      const base = { id, projectId, channelId, status: "failed", attempts: 5, lastError: `${mark} error` };
      await withSystem(db, (tx) =>
        tx.alertIncident
          .create({
            data: {
              id: incidentId,
              projectId,
              runId: createUuidV7(),
              node,
              fingerprint: mark,
            },
          })
          .then(() => tx.alertDelivery.create({ data: { ...base, incidentId } })),
      );
      return id;
    },
    async failure() {
      const [runId, pipelineId] = [createUuidV7(), createUuidV7()];
      const at = new Date();
      await withSystem(db, async (tx) => {
        await tx.pipeline.create({ data: { projectId, id: pipelineId, name: `${mark} ${runId}` } });
        const failure = { node: `${mark} node`, type: "Error", message: `${mark} message` };
        const run = { projectId, id: runId, pipelineId, status: "failed", failure };
        await tx.run.create({ data: { ...run, startedAt: at, finishedAt: at, lastSeenAt: at } });
      });
      await evaluateRun({ ctx, input: { runId } });
      const made = await withSystem(db, (tx) => tx.failure.findFirst({ where: { projectId, pipelineId } }));
      return made?.id ?? "";
    },
    async person(role) {
      const userId = await user();
      await withSystem(db, (tx) => tx.membership.create({ data: { organizationId, userId, role } }));
      return userId;
    },
    async guest(role) {
      const userId = await user();
      await withSystem(db, (tx) => tx.projectGrant.create({ data: { projectId, userId, role } }));
      return userId;
    },
    async grantToMembers() {
      await withSystem(db, async (tx) => {
        const members = await tx.membership.findMany({ where: { organizationId } });
        const data = members.map(({ userId }) => ({ projectId, userId, role: "viewer" as const }));
        await tx.projectGrant.createMany({ data, skipDuplicates: true });
      });
    },
    async organizationDeleted() {
      const data = { deletedAt: new Date() };
      await withSystem(db, (tx) => tx.organization.update({ where: { id: organizationId }, data }));
    },
    async quarantined() {
      const [made] = await withSystem(
        db,
        (tx) => tx.$queryRaw<{ id: string }[]>`
          insert into quarantined_batch (id, project_id, writer, batch, received_at, encoding, body, error)
          values (nextval('ingest_batch_id_seq'), ${projectId}::uuid, gen_random_uuid(), 0, now(), 'identity',
            ${Buffer.from(mark)}, ${`${mark} error`}) returning id::text`,
      );
      return made?.id ?? "";
    },
    async invitation() {
      const [id, hash] = [createUuidV7(), new Uint8Array(randomBytes(32))];
      const email = `${mark}.${id}@example.org`;
      const expiresAt = new Date(Date.now() + 86_400_000);
      await withSystem(db, (tx) =>
        tx.invitation.create({
          data: { id, organizationId, projectId, role: "viewer", email, hash, expiresAt },
        }),
      );
      return id;
    },
  };
}
