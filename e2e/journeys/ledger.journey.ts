import { randomUUID } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import { expect } from "@playwright/test";
import { readRuns } from "../product/api";
import { inDatabase } from "../product/in-database";
import { signIn } from "../product/sign-in";
import type { Product } from "../product/start-product";
import { test } from "../product/test";

interface Part {
  batch: number;
  from: number;
  to: number;
}

/** A run of 20 nodes whose events are sent in parts, some of them never. */
function partlySent({ url, apiKey }: Product, pipeline: string) {
  const [writer, runId, at] = [randomUUID(), createUuidV7(), new Date().toISOString()];
  const node = (seq: number) => ({
    ...{ type: "node.finished", runId, seq, node: `n${seq}`, task: "", attempt: 0 },
    ...{ status: "succeeded", startedAt: at, finishedAt: at },
  });
  const events: object[] = [
    { type: "run.started", runId, seq: 0, pipeline, startedAt: at },
    ...Array.from({ length: 20 }, (_, index) => node(index + 1)),
    {
      ...{ type: "run.finished", runId, seq: 21, status: "succeeded", finishedAt: at },
      dropped: { buffer_full: 3 },
    },
  ];
  events[4] = { ...events[4], status: "perhaps" };
  const send = async ({ batch, from, to }: Part) => {
    const sdk = { name: "journey", version: "1" };
    const body = JSON.stringify({ writer, batch, sentAt: at, sdk, events: events.slice(from, to) });
    const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
    const answer = await fetch(`${url}/api/v1/telemetry`, { method: "POST", headers, body });
    expect(answer.status).toBe(202);
    return await answer.json();
  };
  return { runId, writer, send };
}

/** Lets hours go by since anything was heard of the run. */
async function ageBySevenHours(product: Product, runId: string): Promise<void> {
  const sql = "update run set last_seen_at = last_seen_at - interval '7 hours' where id = $1 returning id";
  expect(await inDatabase(product, sql, [runId])).toHaveLength(1);
}

test("the ledger names what never came and what was refused, and counts what came again", async ({
  page,
  product,
}, info) => {
  const pipeline = `ledger_${info.repeatEachIndex}_${Date.now().toString(36)}`;
  const { runId, writer, send } = partlySent(product, pipeline);
  const first = { batch: 0, from: 0, to: 6 };
  const answer = await send(first);
  for (let times = 0; times < 2; times++) expect(await send(first)).toEqual(answer);
  await send({ batch: 2, from: 11, to: 22 });
  await expect.poll(async () => (await readRuns(product, pipeline))[0]?.status).toBe("succeeded");

  await signIn(page, product, `/home/main/runs/${runId}?tab=ledger`);
  const account = page.getByRole("region", { name: "Account" });
  const name = `…${writer.slice(-7)}`;
  await expect(account.getByRole("heading")).toHaveText(
    `1 batch of writer ${name} is missing (batch 1, numbers 6 to 10).`,
  );
  await expect(account).toContainText("1 event was rejected. 3 events were dropped by the client.");
  const figure = (row: string) =>
    account
      .getByRole("row", { name: new RegExp(`^${row}`) })
      .getByRole("cell")
      .nth(1);
  await expect(figure("Recorded")).toHaveText("25");
  await expect(figure("Sent")).toHaveText("22");
  await expect(figure("Stored \\d")).toHaveText("16");
  await expect(figure("Rejected")).toHaveText("1");
  await expect(figure("Missing")).toHaveText("5");
  await expect(figure("Dropped by the client")).toHaveText("3");
  await expect(figure("Duplicates ignored")).toHaveText("10");
  const losses = page.getByRole("table", { name: "Events that are not stored" });
  await expect(losses).toContainText("buffer_full");
  await expect(losses).toContainText("the server was away or too slow");
  await expect(page.getByRole("table", { name: "Writers" })).toContainText("Most likely lost");
  await expect(page.getByRole("table", { name: "Batches" })).toContainText("2 times, ignored");

  await send({ batch: 1, from: 6, to: 11 });
  await expect(account.getByRole("heading")).toHaveText("1 event was rejected.");
  await expect(figure("Missing")).toHaveText("0");
});

test("a run whose client sends no signs of life is silent after hours, until it is heard of again", async ({
  page,
  product,
}, info) => {
  const pipeline = `silent_${info.repeatEachIndex}_${Date.now().toString(36)}`;
  const { runId, send } = partlySent(product, pipeline);
  await send({ batch: 0, from: 0, to: 4 });
  const status = async () => (await readRuns(product, pipeline))[0]?.status;
  await expect.poll(status).toBe("running");
  await ageBySevenHours(product, runId);
  // For a while after its start, the server takes no silence for one.
  await expect.poll(status, { timeout: 120_000 }).toBe("silent");

  await signIn(page, product, `/home/main/runs?pipeline=${pipeline}&status=silent`);
  await expect(page.getByRole("img", { name: "Silent" }).first()).toBeVisible();
  await page.goto(`/home/main/runs/${runId}`);
  const verdict = page.getByRole("region", { name: "Verdict" });
  await expect(verdict).toContainText(/^Silent last heard of 7 h/);
  await expect(verdict).toContainText("it may still run");

  await send({ batch: 1, from: 5, to: 22 });
  await expect(page.getByRole("img", { name: "Succeeded" }).first()).toBeVisible();
  expect(await status()).toBe("succeeded");
});
