import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import path from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { createUuidV7 } from "@heddle/contract";
import { type Browser, expect, type Page } from "@playwright/test";
import { readRuns } from "../product/api";
import { inDatabase } from "../product/in-database";
import { signIn } from "../product/sign-in";
import type { Product } from "../product/start-product";
import { test } from "../product/test";

const run = promisify(execFile);
const ADMIN = path.join(import.meta.dirname, "../../apps/admin/heddle-admin.mjs");

async function admin({ dataDir }: Product, ...words: string[]): Promise<string> {
  const { DATABASE_URL: _, ...env } = process.env;
  const { stdout } = await run(process.execPath, [ADMIN, "--data-dir", dataDir, ...words], { env });
  return stdout;
}

/** Puts a batch into the inbox of home/main that no worker can read, and waits until it was put aside. */
async function poison(product: Product): Promise<{ id: string; writer: string; name: string }> {
  const writer = randomUUID();
  const sql = `insert into ingest_batch (project_id, writer, batch, encoding, body)
    select p.id, $1, 7, 'gzip', $2 from project p join organization o on o.id = p.organization_id
    where o.slug = 'home' and p.slug = 'main' returning id::text`;
  const [made] = await inDatabase<{ id: string }>(product, sql, [writer, randomBytes(40)]);
  const id = made?.id ?? "";
  const aside = "select 1 from quarantined_batch where id = $1";
  await expect.poll(async () => (await inDatabase(product, aside, [id])).length, { timeout: 60_000 }).toBe(1);
  return { id, writer, name: `${writer.slice(0, 8)}/7` };
}

/** Mends the batch, as a newer version of Heddle would that can read it. */
async function mend(product: Product, { id, writer }: { id: string; writer: string }, pipeline: string) {
  const [runId, at] = [createUuidV7(), new Date().toISOString()];
  const events = [
    { type: "run.started", runId, seq: 0, pipeline, startedAt: at },
    { type: "run.finished", runId, seq: 1, status: "succeeded", finishedAt: at },
  ];
  const sdk = { name: "journey", version: "1" };
  const body = gzipSync(JSON.stringify({ writer, batch: 7, sentAt: at, sdk, events }));
  await inDatabase(product, "update quarantined_batch set body = $2 where id = $1", [id, body]);
}

async function isGone(page: Page, address: string): Promise<void> {
  expect((await page.goto(address))?.status(), address).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "There is no such page" })).toBeAttached();
}

/** Somebody new, with a place in an organisation if it is named, in a browser of their own. */
async function newcomer(browser: Browser, product: Product, place: string[]) {
  const email = `${randomBytes(4).toString("hex")}@example.org`;
  const made = await admin(product, "user", "create", email, "--generate-password", "--json", ...place);
  const { password } = JSON.parse(made);
  const page = await (await browser.newContext({ baseURL: product.url })).newPage();
  await signIn(page, { email, password }, "/account");
  return { email, page };
}

test("a batch that cannot be stored is seen, tried again and stored, or deleted", async ({
  page,
  product,
}, info) => {
  const pipeline = `mended_${info.repeatEachIndex}_${Date.now().toString(36)}`;
  const [good, bad] = [await poison(product), await poison(product)];
  await signIn(page, product, "/instance");
  await expect(page.getByRole("table", { name: "Projects in the inbox" })).toContainText("home/main");
  await page.getByRole("link", { name: /in quarantine of home\/main/ }).click();

  const table = page.getByRole("table", { name: "Quarantine" });
  const rowOf = ({ name }: { name: string }) => table.getByRole("row").filter({ hasText: name });
  await expect(rowOf(good)).toContainText("cannot be decompressed");
  await rowOf(good).getByRole("button", { name: good.name, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("region", { name: "Error" })).toContainText("cannot be decompressed");
  await dialog.getByRole("button", { name: "What is in it?" }).click();
  await expect(dialog).toContainText("what arrived is damaged");
  await mend(product, good, pipeline);
  await dialog.getByRole("button", { name: "Retry" }).click();
  await expect(page.getByText("1 batch is in the inbox again")).toBeVisible();
  await expect(rowOf(good)).toBeHidden();
  await expect.poll(async () => (await readRuns(product, pipeline))[0]?.status).toBe("succeeded");

  await page.goto("/home/main/settings/ingestion");
  await expect(rowOf(bad)).toBeVisible();
  await rowOf(bad)
    .getByRole("button", { name: `Delete batch ${bad.name}` })
    .click();
  await expect(dialog).toContainText("This cannot be undone");
  await dialog.getByRole("button", { name: "Delete 1 batch" }).click();
  await expect(page.getByText("1 batch is deleted")).toBeVisible();
  await expect(rowOf(bad)).toBeHidden();
  const left = "select 1 from quarantined_batch where id = any($1::bigint[])";
  expect(await inDatabase(product, left, [[good.id, bad.id]])).toEqual([]);

  await page.goto("/home/main/settings/audit");
  const log = page.getByRole("table", { name: "Audit log" });
  await expect(log).toContainText("Deleted a batch that could not be stored");
  await expect(log).toContainText("Tried a batch that could not be stored again");
});

test("to others there is no such page, until they become operators, and after", async ({
  browser,
  product,
}) => {
  const stranger = await newcomer(browser, product, []);
  for (const address of ["/instance", "/instance/quarantine", "/home/main/settings/ingestion"])
    await isGone(stranger.page, address);
  await admin(product, "user", "operator", stranger.email, "on");
  await stranger.page.goto("/account");
  await stranger.page.getByRole("button", { name: /^Account of/ }).click();
  await stranger.page.getByRole("menuitem", { name: "Instance" }).click();
  await expect(stranger.page.getByRole("heading", { name: "Inbox" })).toBeVisible();
  await isGone(stranger.page, "/home/main/settings/ingestion");
  await admin(product, "user", "operator", stranger.email, "off");
  await isGone(stranger.page, "/instance");

  const member = await newcomer(browser, product, ["--organization", "home", "--role", "member"]);
  await isGone(member.page, "/instance");
  await member.page.goto("/home/main/settings/ingestion");
  await expect(member.page.getByText("Ingestion is for owners and admins of the project")).toBeVisible();
});
