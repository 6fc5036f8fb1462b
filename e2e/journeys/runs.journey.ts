import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { readRuns } from "../product/api";
import { signIn } from "../product/sign-in";
import { test } from "../product/test";

const RUNS = "/home/main/runs";

async function isAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`),
    what,
  ).toEqual([]);
}

test("runs are found by a query, facets, a stretch of time, and compared by two keys", async ({
  page,
  product,
}) => {
  const all = await readRuns(product, "airline_features");
  const others = await readRuns(product, "penguin_mass");
  const failed = all.find(({ status }) => status === "failed");
  // Other journeys send runs meanwhile, of other pipelines.
  await signIn(page, product, `${RUNS}?pipeline=airline_features`);
  const table = page.getByRole("table", { name: "Runs" });
  const rows = table.locator("[data-run]");
  const links = table.locator("[data-row-link]");
  await expect(rows).toHaveCount(all.length);
  const query = page.getByRole("combobox", { name: "Filter runs" });

  // Typed, completed, and in the address.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(query).toBeFocused({ timeout: 1000 });
  }).toPass();
  await page.keyboard.type("stat");
  await page
    .getByRole("option", { name: /^status:/ })
    .first()
    .click();
  await page.keyboard.type("fail");
  await expect(page.getByRole("option", { name: /^status:failed/ })).toContainText("1");
  await isAccessible(page, "with suggestions");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/status=failed/);
  await expect(rows).toHaveCount(1);
  await expect(links).toHaveAccessibleName(/airline_features, Failed$/);
  await page.reload();
  await expect(rows).toHaveCount(1);
  await page.goBack();
  await expect(rows).toHaveCount(all.length);

  // Facets count what they would show.
  const filters = page.getByRole("complementary", { name: "Filters" });
  const pipeline = (name: string) => filters.getByRole("button", { name: new RegExp(`^${name}`) });
  await expect(pipeline("penguin_mass")).toContainText(String(others.length));
  await pipeline("penguin_mass").click();
  await expect(page).toHaveURL(/pipeline=penguin_mass/);
  await expect(rows).toHaveCount(all.length + others.length);
  await pipeline("airline_features").click();
  await expect(rows).toHaveCount(others.length);

  // Nothing matches: what is in the way is named and dropped.
  await filters.getByRole("button", { name: /^Failed/ }).click();
  await expect(page.getByText("No run matches")).toBeVisible();
  // The button in the sentence; the chip in the query has one, too.
  await expect(page.getByRole("button", { name: "Remove pipeline:penguin_mass" }).last()).toBeVisible();
  await page.getByRole("button", { name: "Remove status:failed" }).last().click();
  await expect(rows).toHaveCount(others.length);
  await page.goto(`${RUNS}?pipeline=airline_features`);
  await expect(rows).toHaveCount(all.length);

  // A stretch of time by keyboard: the handle at the end leaves out the newest.
  const time = page.getByRole("region", { name: "Runs over time" });
  await time.getByRole("slider", { name: "To" }).focus();
  await page.keyboard.press("Home");
  await expect(page).toHaveURL(/to=2/);
  await expect(time).toContainText(/ to .* · \d+ runs?/);
  await time.getByRole("button", { name: "All of the time shown" }).click();
  await expect(page).not.toHaveURL(/to=2/);

  // What changed is marked in the run that failed, whose code is another one.
  const row = table.locator(`[data-run="${failed?.id}"]`);
  await expect(row.getByRole("img", { name: /^Since the previous run: code/ })).toBeVisible();

  // Two rows and a key.
  await row.getByRole("button", { name: /^Select / }).click();
  const selection = page.getByRole("region", { name: "Selection" });
  await expect(selection).toContainText(`1 selected#${failed?.number} failed`);
  await expect(selection.getByRole("link", { name: /^Compare/ })).toHaveAttribute(
    "href",
    new RegExp(`/compare\\?a=[0-9a-f-]{36}&b=${failed?.id}$`),
  );
  const other = all.find(({ id }) => id !== failed?.id && id < (failed?.id ?? ""));
  await table
    .locator(`[data-run="${other?.id}"]`)
    .getByRole("button", { name: /^Select / })
    .click();
  await expect(selection).toContainText(
    `2 selected#${failed?.number} failed against #${other?.number} succeeded`,
  );
  await isAccessible(page, "with a selection");
  await page.keyboard.press("Escape");
  await expect(selection).toBeHidden();
  await page.keyboard.press("x");
  await page.keyboard.press("c");
  await expect(page).toHaveURL(new RegExp(`/compare\\?a=[0-9a-f-]{36}&b=${other?.id}$|/runs`));
});

test("on a phone the facets are a sheet", async ({ page, product }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const all = await readRuns(product, "airline_features");
  await signIn(page, product, `${RUNS}?pipeline=airline_features`);
  const rows = page.locator("[data-run]");
  await expect(rows).toHaveCount(all.length);
  const failed = page.getByRole("button", { name: /^Failed/, pressed: true });
  // A tap counts once the page has come to life.
  await expect(async () => {
    if ((await failed.count()) === 0) await page.getByRole("button", { name: /^Failed/ }).click();
    await expect(failed).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(rows).toHaveCount(1);
  await page.getByRole("button", { name: "Filters" }).click();
  const sheet = page.getByRole("dialog", { name: "Filters" });
  await isAccessible(page, "the sheet");
  await sheet.getByRole("button", { name: /^Failed/ }).click();
  await sheet.getByRole("button", { name: `Show ${all.length} runs` }).click();
  await expect(rows).toHaveCount(all.length);
});
