import { createTestDatabase } from "@heddle/db/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Role } from "../context";
import { DomainError } from "../error/domain-error";
import { leaveOrganization } from "../organization/leave";
import { transferOrganization } from "../organization/transfer";
import { removeMember } from "./remove";
import { createTeam, type Somebody } from "./testing/team";
import { updateMember } from "./update";

const db = await createTestDatabase();
const PEOPLE = 6;
const ROLES: Role[] = ["viewer", "member", "admin", "owner"];

const step = fc.record({
  by: fc.nat(PEOPLE - 1),
  of: fc.nat(PEOPLE - 1),
  act: fc.constantFrom("update", "update", "remove", "leave", "transfer"),
  role: fc.constantFrom(...ROLES),
});
type Step = { by: number; of: number; act: string; role: Role };

async function take(people: Somebody[], { by, of, act, role }: Step): Promise<boolean> {
  const [actor, target] = [people[by], people[of]];
  if (!actor || !target) return false;
  const { userId } = target;
  try {
    const ctx = await actor.organization();
    if (act === "update") await updateMember({ ctx, input: { userId, role } });
    else if (act === "remove") await removeMember({ ctx, input: { userId } });
    else if (act === "transfer") await transferOrganization({ ctx, input: { userId } });
    else await leaveOrganization({ ctx });
    return true;
  } catch (error) {
    // A refusal is fine; a deadlock or a broken constraint is not.
    if (error instanceof DomainError) return false;
    throw error;
  }
}

test("whatever everybody does to everybody at the same moment, an owner remains", async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      const team = await createTeam(db);
      const people: Somebody[] = [];
      for (let i = 0; i < PEOPLE; i++) people.push(await team.member(i < 3 ? "owner" : "admin"));
      const outcomes = await Promise.all(steps.map((one) => take(people, one)));
      done += outcomes.filter(Boolean).length;
      expect(await team.owners()).toBeGreaterThan(0);
    }),
    { numRuns: 15 },
  );
  expect(done).toBeGreaterThan(30);
});
