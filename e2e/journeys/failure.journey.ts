import { expect } from "@playwright/test";
import { readRuns } from "../product/api";
import { startReceiver } from "../product/receiver";
import { signIn } from "../product/sign-in";
import { test } from "../product/test";
import { createUserProject } from "../product/user-project";

const FAILING = `
import { dataflow } from "@heddle/sdk";

const orders = dataflow("orders_daily", {
  rows: () => [{ id: 1, price: 12 }, { id: 2, price: null }],
  prices: ({ rows }: { rows: { id: number; price: number | null }[] }) => rows.map(({ price }) => price),
  total: ({ prices }: { prices: (number | null)[] }) => {
    if (prices.includes(null)) throw new RangeError("price of order 2 <!channel> is missing");
    return prices.length;
  },
  report: ({ total }: { total: number }) => \`\${total} orders\`,
});
await orders.run();
`;

test("a run fails, Slack is told, and its link opens the failed node", async ({ page, product }) => {
  const receiver = await startReceiver(product.receiverPort);
  const user = await createUserProject(product.url);
  try {
    await signIn(page, product);
    await page.getByRole("link", { name: "Alerts" }).first().click();
    await page.getByRole("link", { name: /^Channels/ }).click();
    await page.getByLabel("Webhook URL").fill(receiver.url);
    await page.getByLabel("Name").fill("#data-alerts");
    await page.getByRole("button", { name: "Add channel" }).click();
    await page.getByRole("button", { name: "Send a test to #data-alerts" }).click();
    await expect.poll(() => receiver.messages.length).toBe(1);
    await expect(page.getByRole("listitem", { name: "#data-alerts" })).toContainText("Sent");

    const output = await user.run(FAILING, { HEDDLE_URL: product.url, HEDDLE_API_KEY: product.apiKey });
    expect(output.code).toBe(1);
    expect(output.stderr).toContain("RangeError: price of order 2");

    await expect.poll(() => receiver.messages.length, { timeout: 15_000 }).toBe(2);
    const message = JSON.stringify(receiver.messages[1]);
    expect(message).toContain("orders_daily");
    expect(message).toContain("RangeError");
    expect(message).toContain("price of order 2 &lt;!channel&gt; is missing");
    expect(message).not.toContain("<!channel>");

    const link = message.match(/https?:\/\/localhost:\d+\/[^"|>\\]+node=total[^"|>\\]*/)?.[0];
    expect(link).toBeDefined();
    await page.goto((link ?? "").replaceAll("&amp;", "&"));
    const panel = page.getByRole("region", { name: "Node total" });
    await expect(panel).toContainText("price of order 2 <!channel> is missing");
    await expect(panel).toContainText("throw new RangeError");
    await expect(page.getByRole("region", { name: "Verdict" })).toContainText("Failed at total");

    const [run] = await readRuns(product, "orders_daily");
    expect(run).toMatchObject({ status: "failed", nodes: { succeeded: 2, failed: 1, skipped: 1 } });

    await page.getByRole("link", { name: "Alerts" }).first().click();
    await page.getByRole("link", { name: "Deliveries" }).click();
    const deliveries = page.getByRole("table", { name: "Deliveries" });
    await expect(deliveries.getByRole("row").filter({ hasText: "orders_daily" })).toContainText(
      "#data-alerts",
    );
    expect(receiver.messages).toHaveLength(2);

    await page.getByRole("link", { name: /^Channels/ }).click();
    await page.getByRole("button", { name: "Remove #data-alerts" }).click();
    await page.getByRole("button", { name: "Remove channel" }).click();
    await expect(page.getByRole("listitem", { name: "#data-alerts" })).toBeHidden();
  } finally {
    await user.remove();
    await receiver.close();
  }
});
