import fc from "fast-check";
import { expect, test } from "vitest";
import type { Role } from "../context";
import { refuseRoleChange } from "./may-change";

const ROLES: Role[] = ["viewer", "member", "admin", "owner"];
const PEOPLE = ["ada", "bob", "cyd", "dan", "eve"];

interface Attempt {
  by: string;
  of: string;
  to: Role | null;
}

const attempt: fc.Arbitrary<Attempt> = fc.record({
  by: fc.constantFrom(...PEOPLE),
  of: fc.constantFrom(...PEOPLE),
  to: fc.constantFrom(...ROLES, null),
});
const organisation = fc
  .tuple(fc.constant<Role>("owner"), ...PEOPLE.slice(1).map(() => fc.constantFrom(...ROLES)))
  .map((roles) => new Map(PEOPLE.map((person, i) => [person, roles[i] ?? "viewer"])));

const ownersOf = (roles: Map<string, Role>) => [...roles.values()].filter((role) => role === "owner").length;

/** Makes the change if it is allowed. */
function apply(roles: Map<string, Role>, { by, of, to }: Attempt): "done" | "refused" | "absent" {
  const [mine, theirs] = [roles.get(by), roles.get(of)];
  if (!mine || !theirs) return "absent";
  const actor = { userId: by, role: mine };
  const target = { userId: of, role: theirs };
  if (refuseRoleChange({ actor, target, to, owners: ownersOf(roles) })) return "refused";
  if (to) roles.set(of, to);
  else roles.delete(of);
  return "done";
}

test("whatever anyone tries in whatever order, an owner remains and nobody rises by their own doing", () => {
  fc.assert(
    fc.property(organisation, fc.array(attempt, { maxLength: 40 }), (roles, attempts) => {
      for (const one of attempts) {
        const before = new Map(roles);
        const outcome = apply(roles, one);
        expect(ownersOf(roles)).toBeGreaterThan(0);
        if (outcome !== "done") {
          expect(roles).toEqual(before);
          continue;
        }
        const rank = (role: Role | null | undefined) => (role ? ROLES.indexOf(role) : -1);
        const mine = rank(before.get(one.by));
        if (one.by === one.of) expect(rank(one.to)).toBeLessThanOrEqual(mine);
        else {
          expect(mine).toBeGreaterThanOrEqual(rank("admin"));
          expect(mine).toBeGreaterThanOrEqual(rank(before.get(one.of)));
          expect(mine).toBeGreaterThanOrEqual(rank(one.to));
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test("whoever conspires, nobody comes by more than the highest of them has", () => {
  fc.assert(
    fc.property(organisation, fc.array(attempt, { maxLength: 40 }), (roles, attempts) => {
      const others = attempts.filter(({ by }) => roles.get(by) !== "owner");
      const owners = [...roles].filter(([, role]) => role === "owner").map(([person]) => person);
      for (const one of others) apply(roles, one);
      for (const [person, role] of roles) expect(role === "owner").toBe(owners.includes(person));
    }),
  );
});

test("the rules refuse no more than they must", () => {
  fc.assert(
    fc.property(organisation, attempt, (roles, { by, of, to }) => {
      const [mine, theirs] = [roles.get(by), roles.get(of)];
      if (mine !== "owner" || !theirs) return;
      const last = theirs === "owner" && to !== "owner" && ownersOf(roles) === 1;
      expect(apply(roles, { by, of, to })).toBe(last ? "refused" : "done");
    }),
  );
});

test.each([
  ["admin", "owner", "admin", "forbidden"],
  ["admin", "owner", null, "forbidden"],
  ["admin", "member", "owner", "forbidden"],
  ["member", "viewer", "member", "forbidden"],
  ["viewer", "viewer", null, "forbidden"],
  ["admin", "admin", "viewer", null],
  ["admin", "viewer", "admin", null],
  ["owner", "owner", null, null],
] as const)("an %s makes another's %s %s: %s", (role, theirs, to, code) => {
  const target = { userId: "bob", role: theirs };
  const refusal = refuseRoleChange({ actor: { userId: "ada", role }, target, to, owners: 2 });
  expect(refusal?.code ?? null).toBe(code);
});

test("the last owner is told what to do first", () => {
  const me = { userId: "ada", role: "owner" } as const;
  const refusal = refuseRoleChange({ actor: me, target: me, to: null, owners: 1 });
  expect(refusal).toMatchObject({ code: "conflict", fix: expect.stringContaining("else an owner first") });
});
