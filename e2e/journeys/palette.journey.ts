import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { readRuns } from "../product/api";
import { signIn } from "../product/sign-in";
import { test } from "../product/test";

const palette = (page: Page) => page.getByRole("dialog", { name: "Search or jump to" });

/** Keys count once the page has come to life. */
async function openPalette(page: Page) {
  await expect(async () => {
    if (await palette(page).isHidden()) await page.keyboard.press("Control+k");
    await expect(palette(page)).toBeVisible({ timeout: 1000 });
  }).toPass();
}

test("from the overview to a node, to the catalog and to a run, by keyboard alone", async ({
  page,
  product,
}) => {
  await signIn(page, product, "/home/main");
  await openPalette(page);
  await page.keyboard.type("heading");
  await expect(palette(page).getByRole("option", { selected: true })).toContainText("heading");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/node\?.*node=heading/);
  await expect(palette(page)).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("heading");

  await expect(async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await expect(page).toHaveURL(/\/catalog/, { timeout: 2000 });
  }).toPass();
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused({ timeout: 1000 });
  }).toPass();
  await page.keyboard.type("heading");
  const row = page.getByRole("link", { name: /^heading of airline_features/ });
  await expect(
    page.getByRole("table", { name: "Nodes" }).getByRole("link", { name: /^airports of/ }),
  ).toBeHidden();
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(row).toBeFocused({ timeout: 1000 });
  }).toPass();
  // The pipeline's runs come first, then the run in which the value was seen.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/runs\/[0-9a-f-]{36}\?node=heading/);
});

test("the palette finds runs, teaches the keys of actions and gives the focus back", async ({
  page,
  product,
}) => {
  const [failed] = (await readRuns(product, "airline_features")).filter(({ status }) => status === "failed");
  await signIn(page, product, "/home/main/catalog");
  await openPalette(page);
  await page.keyboard.type(`#${failed?.number}`);
  const chosen = palette(page).getByRole("option", { selected: true });
  await expect(chosen).toContainText("airline_features");
  await expect(palette(page).getByRole("status")).toHaveText(/^\d+ results?$/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
  await page.keyboard.press("Tab");
  await expect(chosen).toContainText("Compare with the last good run");
  await page.keyboard.press("c");
  await expect(page).toHaveURL(new RegExp(`/compare\\?a=[0-9a-f-]{36}&b=${failed?.id}`));

  await openPalette(page);
  await page.keyboard.type("nothing like this");
  await expect(palette(page).getByText("Nothing matches “nothing like this”")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
  const button = page.getByRole("button", { name: "Search or jump to" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();

  await openPalette(page);
  await page.keyboard.type("> keys");
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet).toContainText("search, or jump to anything");
  await expect(sheet).toContainText("go to Catalog");
});
