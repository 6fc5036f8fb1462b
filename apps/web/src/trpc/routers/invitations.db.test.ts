import { LIMITS } from "@heddle/core";
import { withSystem } from "@heddle/db";
import { beforeAll, expect, test, vi } from "vitest";
import { type MailServer, startMailServer } from "../../testing/mail-server";
import {
  callerFor,
  createMember,
  createTenant,
  createWorld,
  type Tenant,
  type World,
} from "../../testing/world";

const ADDRESS = "198.51.100.1";

let server: MailServer;
let world: World;
let tenant: Tenant;
let other: Tenant;
beforeAll(async () => {
  server = await startMailServer();
  const mail = { url: server.url, from: "Heddle <heddle@example.org>" };
  world = await createWorld({ accounts: { signUp: "invitation", mail } });
  tenant = await createTenant(world);
  other = await createTenant(world);
});

const tokenOf = ({ link }: { link: string }) => link.replace("http://heddle.test/invite/", "");
const visitor = (address?: string) => callerFor(world, null, address);
const notFound = { code: "NOT_FOUND" };

test("a stranger is invited to one project, and sees that one and nothing else", async () => {
  const { ref, owner } = tenant;
  const stranger = await createMember(world, other, "owner");
  const made = await owner.trpc.invitations.createForProject({ ...ref, role: "viewer" });
  expect(made).toMatchObject({ state: "open", email: null, mailed: false });
  const token = tokenOf(made);
  const { name } = tenant.project;
  expect(await visitor().invitations.get({ token })).toMatchObject({ project: { name }, state: "open" });
  await expect(visitor().invitations.accept({ token })).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  await expect(stranger.trpc.runs.list(ref)).rejects.toMatchObject(notFound);
  expect(await stranger.trpc.invitations.accept({ token })).toEqual(ref);
  expect((await stranger.trpc.runs.list(ref)).runs).toEqual([]);
  const key = { ...ref, name: "Mine", scopes: ["read" as const] };
  await expect(stranger.trpc.keys.create(key)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(stranger.trpc.organizations.get(ref)).rejects.toMatchObject(notFound);
  await expect(stranger.trpc.members.list(ref)).rejects.toMatchObject(notFound);
  const listed = await stranger.trpc.organizations.list();
  expect(listed.find(({ slug }) => slug === ref.org)).toMatchObject({ role: null, projects: 1 });
  await owner.trpc.grants.remove({ ...ref, userId: stranger.userId });
  await expect(stranger.trpc.runs.list(ref)).rejects.toMatchObject(notFound);
});

test("somebody without an account makes one with the link that was mailed to them", async () => {
  const email = "new@example.org";
  const made = await tenant.owner.trpc.invitations.create({ ...tenant.ref, role: "member", email });
  expect(made.mailed).toBe(true);
  await vi.waitFor(() => expect(server.secretFor(email)).toBe(tokenOf(made)), 10_000);
  const token = server.secretFor(email);
  const join = (address: string, invitation?: string) =>
    visitor(ADDRESS).account.signUp({
      email: address,
      name: "New",
      password: "turnips in copper",
      ...(invitation ? { invitation } : {}),
    });
  await expect(join(email)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(join("other@example.org", token)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await join(email, token)).toEqual({ state: "created" });
  const roleOf = async (address: string) =>
    (await tenant.owner.trpc.members.list(tenant.ref)).members.find((one) => one.email === address)?.role;
  expect(await roleOf(email)).toBeUndefined();
  const user = await withSystem(world.services.db, (tx) => tx.user.findUnique({ where: { email } }));
  const { org } = tenant.ref;
  const accept = () => callerFor(world, user?.id ?? "").invitations.accept({ token });
  expect(await accept()).toEqual({ org, project: null });
  expect(await roleOf(email)).toBe("member");
  expect(await visitor().invitations.get({ token })).toMatchObject({ state: "accepted" });
});

test("a mail server that is away costs no invitation", async () => {
  const mail = { url: "smtp://127.0.0.1:1", from: "Heddle <heddle@example.org>" };
  const offline = await createWorld({ accounts: { mail } });
  const { owner, ref } = await createTenant(offline);
  const made = await owner.trpc.invitations.create({ ...ref, role: "viewer", email: "a@example.org" });
  expect(made.link).toContain("/invite/");
  await offline.services.later.close();
  expect(await owner.trpc.invitations.list(ref)).toMatchObject([{ state: "open" }]);
});

test("links can be made without end, but not mails to strangers", async () => {
  const { owner, ref } = await createTenant(world);
  const many = LIMITS.invitationMailPerOrganization.most;
  const made = [];
  for (let i = 0; i <= many; i++) {
    made.push(await owner.trpc.invitations.create({ ...ref, role: "viewer", email: `many${i}@example.org` }));
  }
  expect(made.filter(({ mailed }) => mailed)).toHaveLength(many);
  expect(made.at(-1)).toMatchObject({ mailed: false, state: "open" });
  await world.services.later.close();
});

test("whoever tries links is stopped after some hundred", async () => {
  const guess = (address: string) => visitor(address).invitations.get({ token: "a".repeat(43) });
  const codes = new Map<string, number>();
  for (let i = 0; i <= LIMITS.invitationPerNetwork.most; i++) {
    const { code } = await guess("203.0.113.9").then(
      () => ({ code: "found" }),
      (error: { code: string }) => error,
    );
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  expect(Object.fromEntries(codes)).toEqual({
    NOT_FOUND: LIMITS.invitationPerNetwork.most,
    TOO_MANY_REQUESTS: 1,
  });
  await expect(guess("203.0.113.10")).rejects.toMatchObject(notFound);
});

test("the very next request of somebody who lost a right is refused, and their stream ends", async () => {
  const { ref, owner } = tenant;
  const admin = await createMember(world, tenant, "admin");
  const asked = { ...ref, userId: admin.userId };
  await admin.trpc.invitations.create({ ...ref, role: "viewer" });
  await owner.trpc.members.update({ ...asked, role: "viewer" });
  const create = admin.trpc.invitations.create({ ...ref, role: "viewer" });
  await expect(create).rejects.toMatchObject({ code: "FORBIDDEN" });
  const stream = (await admin.trpc.runs.live(ref))[Symbol.asyncIterator]();
  await stream.next();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  try {
    const end = stream.next();
    await owner.trpc.members.remove(asked);
    await expect(admin.trpc.runs.list(ref)).rejects.toMatchObject(notFound);
    await vi.advanceTimersByTimeAsync(11_000);
    expect((await end).done).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});
