import { randomBytes, randomUUID } from "node:crypto";
import { createUser } from "@heddle/core";
import { withSystem } from "@heddle/db";
import { Browser } from "../browser";
import type { World } from "../world";
import type { Person, PersonName } from "./people";
import { enter, leave, type MarkedTenant, type Place } from "./tenant";

/** Somebody with a browser, signed in unless they are a visitor. */
export interface Actor {
  name: PersonName;
  person: Person;
  /** "" for visitors. */
  userId: string;
  browser: Browser;
  signIn: () => Promise<void>;
}

/** Signs somebody in over HTTP with a place in the tenant, and lets happen what has to happen since. */
export async function createActor(
  { world, url, home }: { world: World; url: string; home: MarkedTenant },
  name: PersonName,
  person: Person,
  place: Place = person,
): Promise<Actor> {
  const browser = new Browser(url);
  if (name === "visitor") return { name, person, userId: "", browser, signIn: async () => {} };
  // Without the mark of the tenant: everybody's pages show them their own name.
  const credentials = {
    email: `${randomUUID()}@example.org`,
    password: randomBytes(12).toString("base64url"),
  };
  const ctx = { db: world.services.db, now: () => new Date() };
  const { id: userId } = await createUser({ ctx, input: { ...credentials, name } });
  await enter(world, home, place, userId);
  if (person.operates)
    await withSystem(world.services.db, (tx) =>
      tx.user.update({ where: { id: userId }, data: { operator: true } }),
    );
  const signIn = async () => {
    const { error } = await browser.signIn(credentials);
    if (error) throw new Error(`${name} cannot sign in: ${error}`);
  };
  await signIn();
  await leave(world, person, userId);
  return { name, person, userId, browser, signIn };
}
