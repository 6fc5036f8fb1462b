import { expect } from "@playwright/test";
import { signIn } from "../product/sign-in";
import { test } from "../product/test";

test("the overview says what is wrong, since when, and what changed; all of it leads on", async ({
  page,
  product,
}) => {
  await signIn(page, product);
  await expect(page).toHaveURL(/\/home\/[^/]+$/);
  await page.goto("/home/main");
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeAttached();

  const table = page.getByRole("table", { name: "Pipelines" });
  const broken = table.locator('tr[data-pipeline="airline_features"]');
  await expect(broken).toContainText("failed");
  const strip = broken.getByRole("link", { name: /^\d+ runs: / });
  await expect(strip).toHaveAttribute("aria-label", /1 failed/);

  // A bar says which run it is, and left of the newest is the one before.
  await strip.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("tooltip")).toContainText("succeeded");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tooltip")).toContainText("failed");

  const failures = page.getByRole("region", { name: "Open failures" });
  await expect(failures.getByRole("listitem").filter({ hasText: "airline_features" })).toBeVisible();
  const changes = page.getByRole("region", { name: "What changed lately" });
  const change = changes.getByRole("listitem").filter({ hasText: /^.*airports.*airline_features/ });
  await expect(change).toBeVisible();

  await page.getByRole("button", { name: /^Needs a look/ }).click();
  await expect(page).toHaveURL(/show=look/);
  await expect(table.locator('tr[data-pipeline="penguin_mass"]')).toBeHidden();
  await page
    .getByRole("button", { name: /^All \d+$/ })
    .first()
    .click();
  await expect(table.locator('tr[data-pipeline="penguin_mass"]')).toBeVisible();

  await page.getByRole("button", { name: "Time range: Last 7 days" }).click();
  await page.getByRole("menuitemradio", { name: "Last 24 hours" }).click();
  await expect(page).toHaveURL(/range=24h/);
  await page.keyboard.press("Escape");

  await change.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/versions\?.*pipeline=airline_features/);
  await page.goBack();
  await expect(table).toBeVisible();

  await expect(async () => {
    await page.keyboard.press("j");
    await expect(table.locator("tr:focus-within")).toBeVisible({ timeout: 1000 });
  }).toPass();
  while ((await table.locator('tr[data-pipeline="airline_features"]:focus-within').count()) === 0)
    await page.keyboard.press("k");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("compare that with the last good run");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/compare\?a=[0-9a-f-]{36}&b=[0-9a-f-]{36}/);
});
