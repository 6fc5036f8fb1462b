import { withSystem } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { expect, test } from "vitest";
import { createUser } from "../user/create";
import { listUsers } from "./list-users";
import type { OperatorContext } from "./operator";
import { resolveOperator } from "./resolve-operator";
import { setOperator } from "./set-operator";

const db = await createTestDatabase();
const ctx: OperatorContext = { db, now: () => new Date(), actor: { type: "system", job: "heddle-admin" } };

test("what is given and taken counts at once, and its owner reads by whom", async () => {
  const { id: userId } = await createUser({
    ctx,
    input: { email: "ada@example.org", name: "Ada", password: "turnips in copper" },
  });
  const resolve = () => resolveOperator({ ctx, input: { userId } });
  const set = (operator: boolean) => setOperator({ ctx, input: { email: "Ada@example.org", operator } });
  await expect(resolve()).rejects.toMatchObject({ code: "not_found" });

  expect(await set(true)).toEqual({ email: "ada@example.org", operator: true, changed: true });
  expect(await set(true)).toMatchObject({ changed: false });
  expect((await resolve()).actor).toEqual({ type: "user", userId, email: "ada@example.org" });
  expect(await listUsers({ ctx, input: {} })).toMatchObject([{ operator: true }]);

  await set(false);
  await expect(resolve()).rejects.toMatchObject({ code: "not_found" });
  const events = await withSystem(db, (tx) =>
    tx.auditEvent.findMany({ where: { action: "account.operator_changed" }, orderBy: { createdAt: "asc" } }),
  );
  expect(events.map(({ actor, organizationId, detail }) => ({ actor, organizationId, detail }))).toEqual([
    { actor: "ada@example.org", organizationId: null, detail: { to: "on", by: "heddle-admin" } },
    { actor: "ada@example.org", organizationId: null, detail: { to: "off", by: "heddle-admin" } },
  ]);
  await expect(
    setOperator({ ctx, input: { email: "bob@example.org", operator: true } }),
  ).rejects.toMatchObject({ code: "not_found" });
});
