import { expect } from "@playwright/test";
import { test } from "../product/test";

test("somebody who is not signed in reads the guides and the reference of the API", async ({
  page,
  product,
}) => {
  await page.goto("/docs");
  const pages = page.getByRole("navigation", { name: "Documentation", exact: true });
  await pages.getByRole("link", { name: "Getting started" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Getting started" })).toBeVisible();

  const contents = page.getByRole("navigation", { name: "On this page" });
  await contents.getByRole("link", { name: "What is recorded" }).click();
  await expect(page).toHaveURL(/#what-is-recorded$/);
  await expect(page.getByRole("heading", { name: "What is recorded" })).toBeInViewport();
  await page.getByRole("main").getByRole("link", { name: "HTTP API" }).click();
  await expect(page).toHaveURL(/\/docs\/http-api$/);

  await pages.getByRole("link", { name: "API reference" }).click();
  const operation = page.getByRole("region", { name: "List runs, newest first" });
  await expect(operation).toContainText('curl "$HEDDLE_URL/api/v1/runs"');
  await operation.getByRole("link", { name: "RunPage" }).click();
  await expect(page.getByRole("region", { name: "RunPage" })).toContainText("nextCursor");

  const response = await page.request.get("/api/openapi.json");
  const { paths, servers } = await response.json();
  for (const path of Object.keys(paths))
    await expect(page.getByText(path, { exact: true })).not.toHaveCount(0);
  expect(servers).toEqual([{ url: product.url }]);

  await page.goto("/docs/no-such-guide");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such page");
});
