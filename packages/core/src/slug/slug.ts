import { z } from "zod";
import { DomainError } from "../error/domain-error";
import { cut, LONGEST, SHORTEST, type SlugKind, slugOf } from "./slug-of";

/** After so many neighbours in a row the number is drawn, so that the thousandth "team" asks no thousand times. */
const COUNTED = 9;
const DRAWN = 10;

/** First parts of addresses that are pages of their own, by what would stand in their place. */
const RESERVED: Record<SlugKind, ReadonlySet<string>> = {
  organization: new Set([
    ...["account", "api", "confirm", "connect", "docs", "instance", "invite", "new", "reset", "sdk"],
    ...["sdk.tgz", "signin", "signup", "_next"],
  ]),
  project: new Set(["settings"]),
};

/** The last part of an address as people may choose it. */
export const slugText = (kind: SlugKind) =>
  z
    .string()
    .trim()
    .min(SHORTEST)
    .max(LONGEST)
    .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, "Use a-z, 0-9 and - inside")
    .refine((slug) => !RESERVED[kind].has(slug), "This word is the address of a page of Heddle");

/** What to try in turn until one is free: the suggestion, then with a number behind it. */
export function* slugCandidates(
  name: string,
  kind: SlugKind,
  random: () => number = Math.random,
): Generator<string> {
  const base = slugOf(name, kind);
  if (!RESERVED[kind].has(base)) yield base;
  const numbered = (n: number) => `${cut(base, LONGEST - 1 - String(n).length)}-${n}`;
  for (let n = 2; n <= COUNTED; n++) yield numbered(n);
  for (let drawn = 0; drawn < DRAWN; drawn++) yield numbered(1000 + Math.floor(random() * 999_000));
}

/**
 * Finds an address for a new thing. `insert` answers whether the address was free, and must not fail when it
 * was not (`createMany` with `skipDuplicates`): two who choose the same at once get different ones.
 */
export async function claimSlug(
  given: { name: string; slug?: string | undefined },
  kind: SlugKind,
  insert: (slug: string) => Promise<boolean>,
): Promise<string> {
  for (const slug of given.slug === undefined ? slugCandidates(given.name, kind) : [given.slug]) {
    if (await insert(slug)) return slug;
  }
  throw slugTaken(given.slug ?? slugOf(given.name, kind));
}

export function slugTaken(slug: string): DomainError {
  return new DomainError("conflict", `The address ${slug} is taken.`, {
    path: "/slug",
    fix: "Choose another address.",
  });
}
