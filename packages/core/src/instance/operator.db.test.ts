import { withSystem } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeAll, expect, test } from "vitest";
import { authenticateApiKey } from "../api-key/authenticate";
import { createApiKey } from "../api-key/create";
import { createProject } from "../project/create";
import { resetPassword } from "../user/reset-password";
import { signInWithPassword } from "../user/sign-in";
import { createOrganizationFor } from "./create-organization";
import { createUserFor } from "./create-user";
import { findKey } from "./find-key";
import { findOrganization, findProject } from "./find-place";
import { listOrganizations } from "./list-organizations";
import { listInstanceProjects } from "./list-projects";
import { listUsers } from "./list-users";
import type { OperatorContext } from "./operator";
import { resetPasswordFor } from "./reset-password";
import { setMember } from "./set-member";

const db = await createTestDatabase();
const ctx: OperatorContext = {
  db,
  now: () => new Date(),
  actor: { type: "system", job: "heddle-admin" },
};
const hashingKey = Buffer.alloc(32, 7);
const links = { hashingKey, publicUrl: "https://heddle.example" };
const GOOD = "turnips in copper";
const BETTER = "parsnips in pewter";

const signIn = async (email: string, password: string) =>
  (await signInWithPassword({ ctx, input: { email, password }, later: () => {} }))?.email ?? null;
const use = ({ link }: { link: string }, password: string) =>
  resetPassword({ ctx, input: { token: link.slice(link.lastIndexOf("/") + 1), password }, links });
const events = async (action: string) =>
  (await withSystem(db, (tx) => tx.auditEvent.findMany({ where: { action } }))).map(
    ({ actor, target, detail }) => ({ actor, target, detail }),
  );

beforeAll(async () => {
  const input = { email: "Ada@Example.org ", name: "Ada", membership: null };
  await createUserFor({ ctx, input, wayIn: { password: GOOD } });
  await createOrganizationFor({ ctx, input: { name: "Growth Team", owner: "ada@example.org" } });
});

test("an account that was made with a password can sign in, and owns what was founded for it", async () => {
  expect(await signIn("ada@example.org", GOOD)).toBe("ada@example.org");
  expect(await listOrganizations({ ctx })).toMatchObject([
    { slug: "growth-team", owners: ["ada@example.org"], people: 1, projects: 0, deletedAt: null },
  ]);
  expect(await events("organization.created")).toEqual([
    {
      actor: "heddle-admin",
      target: "Growth Team",
      detail: { slug: "growth-team", owner: "ada@example.org" },
    },
  ]);
});

test("an account that was made with a link has no password until the link is used, once", async () => {
  const membership = { org: "growth-team", role: "admin" } as const;
  const input = { email: "bob@example.org", name: "Bob", membership };
  const { link } = await createUserFor({ ctx, input, wayIn: { links } });
  if (!link) throw new Error("no link");
  expect(link.link).toMatch(/^https:\/\/heddle\.example\/reset\/[\w-]{43}$/);
  expect(await signIn("bob@example.org", GOOD)).toBeNull();
  expect(await listUsers({ ctx, input: { org: "growth-team" } })).toMatchObject([
    { email: "ada@example.org", hasPassword: true },
    { email: "bob@example.org", hasPassword: false, organizations: [{ org: "growth-team", role: "admin" }] },
  ]);
  await use(link, GOOD);
  expect(await signIn("bob@example.org", GOOD)).toBe("bob@example.org");
  await expect(use(link, BETTER)).rejects.toMatchObject({ code: "not_found" });
  expect(await events("member.added")).toEqual([
    { actor: "heddle-admin", target: "bob@example.org", detail: { role: "admin" } },
  ]);
});

test("nothing is made where a part of it is refused", async () => {
  const make = (change: object, password = GOOD) => {
    const input = { email: "new@example.org", name: "New", membership: null, ...change };
    return createUserFor({ ctx, input, wayIn: { password } });
  };
  await expect(make({}, "new@example")).rejects.toMatchObject({ code: "invalid", path: "/password" });
  await expect(make({ email: "no address" })).rejects.toThrow("not an e-mail address");
  await expect(make({ name: "two\nlines" })).rejects.toThrow("one line");
  await expect(make({ email: "ADA@example.org" })).rejects.toMatchObject({ code: "conflict" });
  const membership = { org: "growth", role: "member" };
  await expect(make({ membership })).rejects.toMatchObject({ code: "not_found" });
  expect((await listUsers({ ctx, input: {} })).map(({ email }) => email)).not.toContain("new@example.org");
});

test("the only owner who lost their password gets in again, and the old one is worth nothing", async () => {
  const input = { email: "ada@example.org" };
  const { link } = await resetPasswordFor({ ctx, input, wayIn: { links } });
  if (!link) throw new Error("no link");
  expect(await signIn("ada@example.org", GOOD)).toBe("ada@example.org");
  await use(link, BETTER);
  expect([await signIn("ada@example.org", GOOD), await signIn("ada@example.org", BETTER)]).toEqual([
    null,
    "ada@example.org",
  ]);
  expect(await events("member.reset_link_created")).toContainEqual({
    actor: "heddle-admin",
    target: "ada@example.org",
    detail: {},
  });
});

test("a new password ends sessions, and links that were made before", async () => {
  const input = { email: "ada@example.org" };
  const version = async () =>
    (await withSystem(db, (tx) => tx.user.findUniqueOrThrow({ where: input }))).sessionVersion;
  const before = await version();
  const { link } = await resetPasswordFor({ ctx, input, wayIn: { links } });
  await resetPasswordFor({ ctx, input, wayIn: { password: GOOD } });
  expect(await version()).toBe(before + 1);
  expect(await signIn("ada@example.org", GOOD)).toBe("ada@example.org");
  await expect(use(link ?? { link: "" }, BETTER)).rejects.toMatchObject({ code: "not_found" });
  await expect(resetPasswordFor({ ctx, input, wayIn: { password: "short" } })).rejects.toMatchObject({
    path: "/password",
  });
});

test("a member gets another role, but an organisation keeps an owner", async () => {
  const set = (email: string, role: "owner" | "viewer") =>
    setMember({ ctx, input: { org: "growth-team", email, role } });
  await expect(set("ada@example.org", "viewer")).rejects.toMatchObject({ code: "conflict" });
  const input = { email: "eve@example.org", name: "Eve", membership: null };
  await createUserFor({ ctx, input, wayIn: { password: GOOD } });
  await set("eve@example.org", "owner");
  await set("eve@example.org", "owner");
  await set("ada@example.org", "viewer");
  expect(await events("member.role_changed")).toEqual([
    { actor: "heddle-admin", target: "ada@example.org", detail: { from: "owner", to: "viewer" } },
  ]);
});

test("a key that was made opens its project until it is revoked by its beginning", async () => {
  const place = await findOrganization({ ctx, input: { org: "growth-team" } });
  await createProject({ ctx: place, input: { name: "Nightly" } });
  const project = await findProject({ ctx, input: { org: "growth-team", project: "nightly" } });
  const made = await createApiKey({ ctx: project, input: { name: "k", scopes: ["ingest"] }, hashingKey });
  expect(await authenticateApiKey({ ctx, input: { key: made.key }, hashingKey })).toMatchObject({
    project: "nightly",
    scopes: ["ingest"],
  });
  expect(made.createdBy).toBe("heddle-admin");
  for (const key of [made.id, made.prefix]) {
    expect(await findKey({ ctx, input: { key } })).toMatchObject({
      id: made.id,
      ctx: { scope: project.scope },
    });
  }
  for (const key of ["", "hdl_", "hdl_00000000", made.key]) {
    await expect(findKey({ ctx, input: { key } })).rejects.toMatchObject({ code: "not_found" });
  }
});

test("what is not there is answered with what may have been meant", async () => {
  const fix = async (work: Promise<unknown>) => {
    const error = await work.catch((thrown: unknown) => thrown);
    return error instanceof Error && "fix" in error ? `${error.message} ${error.fix}` : "";
  };
  const organization = (org: string) => fix(findOrganization({ ctx, input: { org } }));
  expect(await organization("growth-taem")).toBe(
    "There is no organisation growth-taem. Did you mean growth-team?",
  );
  expect(await organization("acme")).toBe("There is no organisation acme. There is growth-team.");
  expect(await fix(findProject({ ctx, input: { org: "growth-team", project: "x" } }))).toBe(
    "There is no project x in the organisation growth-team. There is nightly.",
  );
  expect(await fix(resetPasswordFor({ ctx, input: { email: "ad@example.org" }, wayIn: { links } }))).toBe(
    "There is no person with the address ad@example.org. Did you mean ada@example.org?",
  );
});

test("what is deleted is listed as that, and cannot be worked on", async () => {
  const deletedAt = new Date();
  await withSystem(db, (tx) => tx.project.updateMany({ data: { deletedAt } }));
  expect(await listInstanceProjects({ ctx, input: {} })).toMatchObject([
    { org: "growth-team", project: "nightly", deletedAt: deletedAt.toISOString() },
  ]);
  await expect(findProject({ ctx, input: { org: "growth-team", project: "nightly" } })).rejects.toMatchObject(
    { message: "The project growth-team/nightly is deleted." },
  );
});
