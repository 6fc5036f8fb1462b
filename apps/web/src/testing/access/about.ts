import { createUuidV7 } from "@heddle/contract";
import { type Context, listAuditEvents, listDeliveries, listRuns } from "@heddle/core";
import type { TestProject } from "@heddle/db/testing";
import { store } from "../telemetry";
import type { World } from "../world";
import { createMaker, type Maker } from "./make";
import { markedRun } from "./marked-run";

/** What a route can be called about: a tenant, and things of it that calls look at and do not use up. */
export interface About {
  org: string;
  project: string;
  organizationId: string;
  projectId: string;
  /** In all texts of the tenant that are not part of an address. */
  mark: string;
  /** Stands in for Slack. */
  webhook: string;
  run: string;
  /** Hash of the run's code version. */
  version: string;
  /** A node of the run, called the same in every tenant. */
  node: string;
  key: string;
  channel: string;
  delivery: string;
  failure: string;
  /** User ids of people who are nobody's actor. */
  member: string;
  guest: string;
  invitation: string;
  /** Where the second pages of lists begin. */
  runsCursor: string;
  deliveriesCursor: string;
  auditCursor: string;
  projectAuditCursor: string;
  accountCursor: string;
  make: Maker;
}

export interface Filling {
  mark: string;
  webhook: string;
  ingestKey: string;
  /** Without, the fields about runs are empty. */
  runs: boolean;
}

/** Fills a tenant with one of everything. */
export async function fill(
  world: World,
  { scope, organization, project }: TestProject,
  { mark, webhook, ingestKey, runs }: Filling,
): Promise<About> {
  const make = createMaker(world, scope, mark, webhook);
  const [run, node] = [runs ? createUuidV7() : "", "load"];
  if (runs) {
    await runAs(createUuidV7());
    await runAs(run);
  }
  const [key, channel, member, guest, invitation] = await Promise.all([
    make.key(),
    make.channel(),
    make.person("member"),
    make.guest("viewer"),
    make.invitation(),
  ]);
  await make.failedDelivery();
  const delivery = await make.failedDelivery();
  const version = runs ? markedRun(run, node, mark).hash : "";
  const failure = runs ? await make.failure() : "";
  return {
    ...{ org: organization.slug, project: project.slug, ...scope, mark, webhook },
    ...{
      run,
      version,
      node,
      key,
      channel,
      delivery,
      member,
      guest,
      invitation,
      failure,
      ...(await cursors()),
      make,
    },
  };

  async function runAs(id: string): Promise<void> {
    const { events, source, sha256 } = markedRun(id, node, mark);
    await store(world, { keys: { ingest: ingestKey } }, events);
    const headers = { authorization: `Bearer ${ingestKey}` };
    const init = { method: "PUT", headers, body: source };
    const put = await world.api.request(`/api/v1/blobs/${sha256}`, init);
    if (put.status !== 204) throw new Error(await put.text());
  }

  async function cursors() {
    const { db, uptime } = world.services;
    const ctx: Context = { db, scope, now: () => new Date(), actor: { type: "system", job: "test" } };
    const input = { limit: 1 };
    const { organizationId } = scope;
    const pages = await Promise.all([
      listRuns({ ctx, input, ingestUpSince: uptime.since }),
      listDeliveries({ ctx, input }),
      listAuditEvents({ ctx: { db, organizationId, now: ctx.now, actor: ctx.actor }, input }),
      listAuditEvents({ ctx, input }),
    ]);
    const [runsCursor = "", deliveriesCursor = "", auditCursor = "", projectAuditCursor = ""] = pages.map(
      ({ nextCursor }) => nextCursor ?? "",
    );
    const accountCursor = Buffer.from(JSON.stringify([createUuidV7()])).toString("base64url");
    return { runsCursor, deliveriesCursor, auditCursor, projectAuditCursor, accountCursor };
  }
}
