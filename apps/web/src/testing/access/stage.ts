import { startReceiver } from "@heddle/core/testing";
import { atEnd } from "@heddle/db/testing";
import { startWebProcess, type WebProcess } from "../web-process";
import { createWorld, type World } from "../world";
import type { About } from "./about";
import { type Actor, createActor } from "./actor";
import { createKeys } from "./keys";
import { type Person, people } from "./people";
import { createMarkedTenant, enter, type MarkedTenant, type Place } from "./tenant";

/** The running server, two tenants, and everybody who is going to ask for things of the first. */
export interface Stage {
  world: World;
  web: WebProcess;
  a: MarkedTenant;
  b: MarkedTenant;
  actors: Actor[];
  /** An owner of the second tenant, who has no part in the first. */
  stranger: Actor;
  /** What each holder of a key sends; null for no key. */
  keys: Map<string, string | null>;
  /** A tenant like the first for one call, in which the actor has the same place, or the one given. */
  fresh: (actor: Actor, place?: Place) => Promise<About>;
}

const STRANGER = "owner of another organisation";

export async function createStage(): Promise<Stage> {
  const world = await createWorld();
  const slack = await startReceiver();
  atEnd(() => slack.close());
  const webhook = slack.url;
  const [home, foreign, projectDeleted, organizationDeleted, web] = await Promise.all([
    createMarkedTenant(world, { webhook, runs: true }),
    createMarkedTenant(world, { webhook, runs: true }),
    createMarkedTenant(world, { webhook, runs: false }),
    createMarkedTenant(world, { webhook, runs: false }),
    startWebProcess(world, {
      OUTBOUND_ALLOW_HOSTS: slack.host,
      API_REQUESTS_PER_MINUTE: "1000000",
      TRUSTED_PROXIES: "1",
    }),
  ]);
  const keys = await createKeys(world, { home, foreign, projectDeleted, organizationDeleted });
  const actors = await Promise.all(
    people.map(([name, person]) =>
      name === STRANGER
        ? createActor({ world, url: web.url, home: foreign }, name, person, { membership: "owner" })
        : createActor({ world, url: web.url, home }, name, person),
    ),
  );
  const stranger = actors.find(({ name }) => name === STRANGER);
  if (!stranger) throw new Error(`There is no ${STRANGER}`);
  const fresh: Stage["fresh"] = async ({ person, userId }, place = placeOf(person)) => {
    const tenant = await createMarkedTenant(world, { webhook, runs: false });
    if (userId) await enter(world, tenant, place, userId);
    return tenant.about;
  };
  return { world, web, a: home, b: foreign, actors, stranger, keys, fresh };
}

/** What somebody still has where they entered. */
function placeOf(person: Person): Place {
  return person.since === "left" || person.since === "deleted" ? {} : person;
}

/** For a call of the stranger that takes something from the first tenant: what is theirs, and what is his own. */
export async function tenantsFor(
  { a, b, fresh, stranger }: Stage,
  row: { fresh?: true },
): Promise<{ theirs: About; own: About }> {
  if (!row.fresh) return { theirs: a.about, own: b.about };
  return { theirs: await fresh(stranger, {}), own: await fresh(stranger, { membership: "owner" }) };
}
