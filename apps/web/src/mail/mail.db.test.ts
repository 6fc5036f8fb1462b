import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import pino from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Later } from "../later";
import { type MailServer, startMailServer } from "../testing/mail-server";
import {
  callerFor,
  createMember,
  createTenant,
  createWorld,
  type Tenant,
  type World,
} from "../testing/world";
import { createMailer } from "./mailer";
import { sendMail } from "./send-mail";

const FROM = "Heddle <heddle@example.org>";
const PASSWORD = "turnips in copper";

let server: MailServer;
let world: World;
let tenant: Tenant;
beforeAll(async () => {
  server = await startMailServer();
  world = await createWorld({ accounts: { signUp: "open", mail: { url: server.url, from: FROM } } });
  tenant = await createTenant(world);
});

const visitor = (address?: string) => callerFor(world, null, address);
let count = 0;
const fresh = () => `new${count++}@example.org`;
const arrives = (to: string) => vi.waitFor(() => expect(server.secretFor(to)).not.toBe(""), 10_000);
const settled = () => world.services.later.close();

test("a forgotten password: the mail leads to a new one, and the person is told that it changed", async () => {
  const member = await createMember(world, tenant, "viewer");
  expect(await visitor().account.requestReset({ email: member.email.toUpperCase() })).toEqual({ sent: true });
  await arrives(member.email);
  const mail = server.received.findLast(({ to }) => to.includes(member.email));
  expect(mail?.raw).toMatch(/^From: Heddle <heddle@example.org>\r$/m);
  expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  const token = server.secretFor(member.email);
  expect(await visitor().account.reset({ token, password: PASSWORD })).toEqual({ email: member.email });
  await settled();
  expect(server.received.findLast(({ to }) => to.includes(member.email))?.text).toContain(
    "has a new password",
  );
  await expect(visitor().account.reset({ token, password: PASSWORD })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("whether there is an account shows in no answer", async () => {
  const member = await createMember(world, tenant, "viewer");
  const [known, unknown] = [member.email, fresh()];
  const ask = (email: string) => visitor("198.51.100.1").account.requestReset({ email });
  expect(await ask(known)).toEqual(await ask(unknown));
  const join = (email: string) =>
    visitor("198.51.100.1").account.signUp({ email, name: "Ada", password: PASSWORD });
  expect(await join(known)).toEqual(await join(unknown));
  const change = (email: string) =>
    tenant.owner.trpc.account.changeEmail({ email, password: tenant.owner.password });
  expect(await change(known)).toEqual(await change(fresh()));
  await settled();
  expect(server.received.filter(({ to, text }) => to.includes(unknown) && text.includes("/reset/"))).toEqual(
    [],
  );
});

test("a sign-up becomes an account with the mailed link", async () => {
  const email = fresh();
  const asked = { email, name: "Ada", password: PASSWORD };
  expect(await visitor().account.signUp(asked)).toEqual({ state: "sent" });
  await arrives(email);
  const token = server.secretFor(email);
  expect(await visitor().account.confirm({ token })).toEqual({ email, kind: "sign-up" });
});

test("a new address is confirmed by it, and the old one is warned before and told after", async () => {
  const member = await createMember(world, tenant, "viewer");
  const email = fresh();
  const changed = await member.trpc.account.changeEmail({ email, password: member.password });
  expect(changed).toEqual({ sent: true });
  await arrives(email);
  await settled();
  const warned = () => server.received.filter(({ to }) => to.includes(member.email)).map(({ text }) => text);
  expect(warned()).toEqual([expect.stringContaining(`to ${email}`)]);
  expect((await member.trpc.account.get()).email).toBe(member.email);
  expect(await visitor().account.confirm({ token: server.secretFor(email) })).toEqual({
    email,
    kind: "change-email",
  });
  await settled();
  expect((await member.trpc.account.get()).email).toBe(email);
  expect(warned()).toHaveLength(2);
});

test("three mails an hour to one address, whoever asks", async () => {
  const email = fresh();
  for (const last of [1, 2, 3]) await visitor(`203.0.113.${last}`).account.requestReset({ email });
  const again = visitor("203.0.113.9").account.requestReset({ email: ` ${email.toUpperCase()}` });
  await expect(again).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
});

test("a network may ask for twenty resets and ten sign-ups an hour, and try thirty secrets", async () => {
  const { account } = visitor("2001:db8:1:2::1");
  const neighbour = visitor("2001:db8:1:2:ffff::9").account;
  const tooMany = { code: "TOO_MANY_REQUESTS" };
  for (let i = 0; i < 20; i++) await account.requestReset({ email: fresh() });
  await expect(neighbour.requestReset({ email: fresh() })).rejects.toMatchObject(tooMany);
  const join = (who: typeof account) => who.signUp({ email: fresh(), name: "Ada", password: PASSWORD });
  for (let i = 0; i < 10; i++) await join(account);
  await expect(join(neighbour)).rejects.toMatchObject(tooMany);
  for (let i = 0; i < 30; i++) {
    const tried = i % 2 ? account.confirm({ token: "x" }) : account.reset({ token: "x", password: PASSWORD });
    await expect(tried).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  await expect(neighbour.confirm({ token: "x" })).rejects.toMatchObject(tooMany);
  await settled();
});

test("what looks like more headers or more people in an address sends nothing to anybody", async () => {
  const before = server.received.length;
  for (const email of [
    "ada@example.org\r\nBcc: eve@example.org",
    "ada@example.org, eve@example.org",
    "ada@example.org>\r\nRCPT TO:<eve@example.org",
    "<eve@example.org>",
  ]) {
    await expect(visitor("198.51.100.2").account.requestReset({ email })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  }
  const mailer = createMailer({ url: server.url, from: FROM });
  const subject = "Hello\r\nBcc: eve@example.org\r\n\r\nEvil";
  await mailer.send({ to: "ada@example.org", subject, text: ".\r\nRSET", html: "" });
  await settled();
  expect(server.received.length).toBe(before + 1);
  expect(server.received.at(-1)?.to).toEqual(["ada@example.org"]);
  expect(server.received.at(-1)?.raw).not.toMatch(/^(Bcc|Evil)/m);
});

/** Sends one mail and answers what was logged about it, and how long the caller waited. */
async function logOf(url: string, patienceMs = 300): Promise<{ log: string; waitedMs: number }> {
  const lines: string[] = [];
  const log = pino({}, { write: (line) => void lines.push(line) });
  const later = new Later((_, error) => lines.push(String(error)));
  const mailer = createMailer({ url, from: FROM, patienceMs });
  const began = performance.now();
  sendMail({ mailer, later, log }, { to: "ada@example.org", subject: "s", text: "t", html: "h" });
  const waitedMs = performance.now() - began;
  await later.close();
  return { log: lines.join(""), waitedMs };
}

test("a server that is away, silent, or refuses fails in the log only, without the address", async () => {
  const silent = createServer(() => {}).listen(0, "127.0.0.1");
  await once(silent, "listening");
  afterAll(() => void silent.close());
  const address = silent.address();
  const port = typeof address === "object" ? address?.port : 0;
  const refusing = await startMailServer({
    onRcptTo: ({ address: to }, _, done) => done(new Error(`5.1.1 <${to}> unknown`)),
  });
  const slow = await startMailServer({ onMailFrom: (_, __, done) => void wait(5000).then(() => done()) });
  for (const url of ["smtp://127.0.0.1:1", `smtp://127.0.0.1:${port}`, refusing.url, slow.url]) {
    const { log, waitedMs } = await logOf(url);
    expect(log).toContain("could not be handed");
    expect(log).not.toContain("ada@example.org");
    expect(waitedMs).toBeLessThan(100);
  }
});

test("a password leaves this machine over verified TLS only", async () => {
  const plain = await startMailServer({
    authOptional: false,
    onAuth: (_, __, done) => done(null, { user: "u" }),
  });
  const withPassword = plain.url.replace("smtp://", "smtp://user:secret@");
  const elsewhere = await logOf(withPassword.replace("127.0.0.1", "0.0.0.0"), 2000);
  expect(elsewhere.log).toContain("ETLS");
  const selfSigned = await startMailServer({ secure: true });
  const untrusted = await logOf(selfSigned.url.replace("smtp:", "smtps:"), 2000);
  expect(untrusted.log).toContain("could not be handed");
  expect([...plain.received, ...selfSigned.received]).toEqual([]);
  // The same server on this machine is spoken to as it is.
  expect((await logOf(withPassword, 2000)).log).toBe("");
  expect(plain.received).toHaveLength(1);
});
