import { expect } from "@playwright/test";
import { signIn } from "../product/sign-in";
import { test } from "../product/test";

test("a project is made, set up, moved, deleted and taken back", async ({ page, product }) => {
  const unique = Date.now().toString(36);
  const name = `Short-lived ${unique}`;
  const [first, second] = [`short-lived-${unique}`, `moved-${unique}`];
  await signIn(page, product);

  await test.step("it is made from the list of projects", async () => {
    await page.goto("/home/settings/projects");
    await page.getByRole("button", { name: "New project" }).click();
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("Description (optional)").fill("For an afternoon");
    await page.getByRole("button", { name: "Create project" }).click();
    await expect(page).toHaveURL(new RegExp(`/home/${first}$`));
  });

  await test.step("a shorter retention says what it deletes, and then holds", async () => {
    await page.goto(`/home/${first}/settings`);
    await page.getByRole("button", { name: "30 days" }).click();
    const retention = page.getByRole("region", { name: "Retention" });
    await retention.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("dialog")).toContainText("No run is that old");
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Runs are kept for 30 days")).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("Days")).toHaveValue("30");
  });

  await test.step("its address moves, and the old one leads nowhere", async () => {
    await page.getByLabel("Address").fill(second);
    await expect(page.getByText("old ones lead nowhere")).toBeVisible();
    const general = page.getByRole("region", { name: "General" });
    await general.getByRole("button", { name: "Save" }).click();
    await expect(page).toHaveURL(new RegExp(`/home/${second}/settings$`));
    await expect(page.getByLabel("Description")).toHaveValue("For an afternoon");
    expect((await page.request.get(`${product.url}/home/${first}/settings`)).status()).toBe(404);
  });

  await test.step("it is deleted by name, gone at once, and taken back", async () => {
    await page.getByRole("button", { name: "Delete project…" }).click();
    const sure = page.getByRole("dialog").getByRole("button", { name: "Delete project" });
    await page.getByLabel(/^Type the project/).fill("Something else");
    await expect(sure).toBeDisabled();
    await page.getByLabel(/^Type the project/).fill(name);
    await sure.click();
    await expect(page).toHaveURL(/\/home\/settings\/projects$/);
    const deleted = page.getByRole("table", { name: "Deleted projects" });
    await expect(deleted).toContainText(name);
    expect((await page.request.get(`${product.url}/home/${second}/runs`)).status()).toBe(404);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("The project is restored")).toBeVisible();
    await expect(page.getByRole("table", { name: "Projects", exact: true })).toContainText(name);
    expect((await page.request.get(`${product.url}/home/${second}/runs`)).status()).toBe(200);
  });
});
