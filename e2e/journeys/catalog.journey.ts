import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { signIn } from "../product/sign-in";
import { test } from "../product/test";

test("a node is found by what is known of it, and the view is in the address", async ({ page, product }) => {
  await signIn(page, product, "/home/main/catalog");
  const nodes = page.getByRole("table", { name: "Nodes" });
  await expect(nodes.getByRole("link", { name: /^heading of airline_features, Failed$/ })).toBeVisible();

  // Keys count once the page has come to life.
  const field = page.getByRole("searchbox");
  const alive = async () => {
    await page.keyboard.press("/");
    await expect(field).toBeFocused({ timeout: 1000 });
  };
  await expect(alive).toPass();
  await page.keyboard.type("mass");
  await expect(nodes.getByRole("link", { name: /^testMass of penguin_mass/ })).toBeVisible();
  await expect(nodes.getByRole("link", { name: /^heading of/ })).toBeHidden();
  await expect(page).toHaveURL(/q=mass/);

  await page.getByRole("button", { name: /^Scalar/ }).click();
  await expect(page).toHaveURL(/shape=scalar/);
  const found = page.getByRole("status").filter({ hasText: "node" });
  await expect(found).toHaveText("3 nodes");
  await page.reload();
  await expect(found).toHaveText("3 nodes");
  await expect(field).toHaveValue("mass");
  await expect(alive).toPass();
  await page.goBack();
  await expect(page).not.toHaveURL(/shape=scalar/);
  // The address changes first; then the page that was gone back to comes from the server.
  await expect(page.getByRole("button", { name: /^Scalar/, pressed: true })).toHaveCount(0);
  await expect(page).toHaveTitle(/^Catalog/);

  await field.fill("mass nowhere");
  await expect(page.getByText("There are nodes without nowhere.")).toBeVisible();
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(field).toHaveValue("mass");
  await expect(nodes.getByRole("link", { name: /^testMass of/ })).toBeVisible();

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);

  await page.getByRole("link", { name: /^Pipelines/ }).click();
  const pipelines = page.getByRole("table", { name: "Pipelines" });
  await expect(pipelines.getByRole("row").filter({ hasText: "airline_features" })).toContainText("of 8");
  await pipelines.getByRole("link", { name: "penguin_mass" }).click();
  await expect(page).toHaveURL(/\/runs\?.*penguin_mass/);
});
