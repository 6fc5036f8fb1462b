import { createHmac } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { startReceiver } from "../product/receiver";
import { signIn } from "../product/sign-in";
import { test } from "../product/test";
import { createUserProject } from "../product/user-project";

const pipeline = (body: string) => `
import { dataflow } from "@heddle/sdk";

const stock = dataflow("stock_levels", {
  counts: () => [{ shop: "a", items: 4 }, { shop: "b", items: -1 }],
  levels: ({ counts }: { counts: { shop: string; items: number }[] }) => {
    ${body}
    return counts.map(({ items }) => Math.max(0, items));
  },
  report: ({ levels }: { levels: number[] }) => levels.join(),
});
await stock.run();
`;
const FAILING = pipeline(
  'if (counts.some(({ items }) => items < 0)) throw new RangeError("<b>shop b</b> has -1 items");',
);
const GOOD = pipeline("");

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
}

test("a failure is told to a webhook, acknowledged by key, and recovers with a good run", async ({
  page,
  product,
}) => {
  const receiver = await startReceiver(product.receiverPort);
  const user = await createUserProject(product.url);
  const env = { HEDDLE_URL: product.url, HEDDLE_API_KEY: product.apiKey };
  try {
    await signIn(page, product);
    await user.run(GOOD, env);
    await page.goto("/home/main/alerts?tab=channels");
    const add = page.getByRole("button", { name: "Add a channel" });
    if (await add.isVisible()) await add.click();
    await page.getByRole("button", { name: "Webhook", exact: true }).click();
    await page.getByLabel("Webhook URL").fill(receiver.url);
    await page.getByLabel("Name").fill("pager");
    await page.getByRole("button", { name: "Add channel" }).click();
    await page.getByRole("button", { name: "Show the signing secret of pager" }).click();
    const secret = (await page.getByText(/^whsec_/).textContent()) ?? "";

    await user.run(FAILING, env);
    await expect.poll(() => receiver.requests.length, { timeout: 15_000 }).toBe(1);
    const { headers, body } = receiver.requests[0] ?? { headers: {}, body: "" };
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
    const key = Buffer.from(secret.replace("whsec_", ""), "base64");
    const signature = createHmac("sha256", key).update(signed).digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${signature}`);
    const event = JSON.parse(body);
    expect(event).toMatchObject({
      type: "run.failed",
      pipeline: "stock_levels",
      failure: { node: "levels", type: "RangeError", streak: 1, skipped: 1 },
      changes: { lastGood: { number: 1 }, nodes: { changed: ["levels"] } },
    });

    await page.getByRole("link", { name: /^Failures/ }).click();
    const failures = page.getByRole("list", { name: "Failures" });
    const row = failures.getByRole("listitem").filter({ hasText: "stock_levels" });
    await expect(row).toContainText("Open");
    await expect(row).toContainText("<b>shop b</b> has -1 items");
    await expectNothingSerious(page);
    for (let i = 0; i < 20 && (await row.getAttribute("aria-current")) === null; i++)
      await page.keyboard.press("j");
    await page.keyboard.press("a");
    await expect(page.getByText("Acknowledged", { exact: true }).last()).toBeVisible();
    await expect(row).toBeHidden();

    await page.goto(event.failure.url);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("stock_levels fails at levels");
    await expect(page.getByRole("region", { name: "What changed" })).toContainText("levels changed");
    await expect(page.getByRole("region", { name: "Error" })).toContainText("throw new RangeError");
    await expect(page.getByRole("region", { name: "Message" })).toContainText("<b>shop b</b> has -1 items");
    const timeline = page.getByRole("region", { name: "Timeline" });
    await expect(timeline).toContainText("acknowledged it");
    await expect(timeline).toContainText("Webhook pager was told of #2");
    await expectNothingSerious(page);
    await page.keyboard.press("m");
    await page.getByRole("menuitem", { name: "1 hour" }).click();
    await expect(page.getByText(/^muted until/)).toBeVisible();
    await user.run(FAILING, env);
    await expect(timeline).toContainText("#3 failed the same way");
    expect(receiver.requests).toHaveLength(1);

    await user.run(GOOD, env);
    await expect(page.getByText("recovered", { exact: true })).toBeVisible();
    await expect(timeline).toContainText("recovered with #4");
    await page.goto("/home/main/alerts?state=recovered");
    await expect(row).toContainText("Recovered");

    await page.goto("/home/main/alerts?tab=channels");
    await page.getByRole("button", { name: "Remove pager" }).click();
    await page.getByRole("button", { name: "Remove channel" }).click();
    await expect(page.getByRole("listitem", { name: "pager" })).toBeHidden();
  } finally {
    await user.remove();
    await receiver.close();
  }
});
