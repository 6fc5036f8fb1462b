import { expect } from "@playwright/test";
import { readRuns } from "../product/api";
import { signIn } from "../product/sign-in";
import { test } from "../product/test";

test("a page that one may not see yet asks to sign in and then opens", async ({ page, product }) => {
  const [run] = await readRuns(product, "penguin_mass");
  await signIn(page, product, `/home/main/runs/${run?.id}?tab=environment`);
  await expect(page).toHaveURL(new RegExp(`/runs/${run?.id}\\?tab=environment$`));
  await expect(page.getByRole("region", { name: "Environment" })).toContainText("node");
});

test("everything about a failed run is reached by keyboard", async ({ page, product }) => {
  await signIn(page, product, "/home/main/runs");
  const failed = page.getByRole("link", { name: /airline_features, Failed$/ });
  await expect(failed).toBeVisible();
  const row = page.locator("tr:focus-within, tr:focus");
  // Keys count once the page has come to life.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(row).toBeVisible({ timeout: 1000 });
  }).toPass();
  const focused = row.getByRole("link", { name: /airline_features, Failed$/ });
  while ((await focused.count()) === 0) {
    const left = (await row.textContent()) ?? "";
    await page.keyboard.press("j");
    // Before the focus has moved, another key would go one too far.
    await expect(row).not.toHaveText(left);
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("heading");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Node heading" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Node heading" })).toBeHidden();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("r");
  await expect(page).toHaveURL(/\/runs$/);
});
