import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { signIn } from "../product/sign-in";
import { test } from "../product/test";

const at = (node: string, more = "") =>
  `/home/main/node?pipeline=airline_features&node=${encodeURIComponent(node)}${more}`;

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
}

test("a node's history shows the step at a change of code, and leads to the pair", async ({
  page,
  product,
}) => {
  test.setTimeout(60_000);
  await signIn(page, product, at("recentDelay"));
  await expect(page.getByRole("heading", { level: 1, name: "recentDelay" })).toBeVisible();
  const step = page.getByRole("region", { name: "Largest step" });
  await expect(step).toContainText("→");
  await expect(step).toContainText("medians of");
  const change = page.getByRole("region", { name: "What changed in code" });
  await expect(change).toContainText("its own code");
  await expect(change.getByRole("table", { name: "Change of recentDelay" })).toBeVisible();
  await expectAccessible(page);

  const chart = page.getByRole("slider", { name: "Runs of recentDelay" });
  await chart.focus();
  await page.keyboard.press("Home");
  await expect(chart).toHaveAttribute("aria-valuenow", "1");
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/at=[0-9a-f-]+,[0-9a-f-]+/);
  const pair = page.getByRole("link", { name: "Open the pair" }).last();
  await expect(pair).toHaveAttribute("href", /\/compare\?a=[0-9a-f-]+&b=[0-9a-f-]+/);
  await page.getByRole("button", { name: "Let go" }).click();

  await page.getByRole("button", { name: "missing", exact: true }).click();
  await expect(page).toHaveURL(/statistic=missing/);
  await page.getByRole("button", { name: "Show as table" }).click();
  await expect(page.getByRole("table", { name: /^History of recentDelay/ })).toBeVisible();
  await expectAccessible(page);
});

test("its codes, its failures, its value, and an address that names no node", async ({ page, product }) => {
  test.setTimeout(60_000);
  await signIn(page, product, at("recentDelay", "&tab=code"));
  await expect(page.getByText("2 codes, newest first")).toBeVisible();
  await expectAccessible(page);

  await page.goto(at("heading", "&tab=failures"));
  await expect(page.getByText(/1 failure in the newest/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Latest value" }).click();
  await expect(page).toHaveURL(/tab=value/);
  await expect(page.getByText(/^Value in #/).first()).toBeVisible();

  const answer = await page.goto(at("no such / node"));
  expect(answer?.status()).toBe(404);
  await expect(page.getByText("There is no such node in this pipeline")).toBeVisible();
  await page.getByRole("link", { name: "Look in the catalog" }).click();
  await expect(page).toHaveURL(/\/catalog\?q=/);
});
