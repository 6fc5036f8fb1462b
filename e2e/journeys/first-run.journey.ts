import { expect } from "@playwright/test";
import { readRuns } from "../product/api";
import { signIn } from "../product/sign-in";
import { test } from "../product/test";
import { createUserProject } from "../product/user-project";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("from the sign-in to an own pipeline on screen", async ({ page, product }) => {
  await signIn(page, product);
  await expect(page.getByRole("table", { name: "Pipelines" })).toContainText("airline_features");

  await page.getByRole("link", { name: "Runs", exact: true }).first().click();
  await page.getByRole("link", { name: "Track a pipeline" }).click();
  await page.getByRole("button", { name: "Create an API key" }).click();
  await expect(page.getByText(/hdl_[\w-]{43}/).first()).toBeVisible();
  await page.getByRole("button", { name: "Copy pipeline.mts" }).click();
  const snippet = await page.evaluate<string>("navigator.clipboard.readText()");

  const user = await createUserProject(product.url);
  try {
    const output = await user.run(snippet);
    expect(output).toMatchObject({ code: 0, stdout: "42.46951219512195\n" });
  } finally {
    await user.remove();
  }

  const opener = page.getByRole("link", { name: "Open the run" });
  await expect(opener).toBeVisible({ timeout: 15_000 });
  await opener.click();
  await expect(page).toHaveURL(/\/runs\/[0-9a-f-]{36}/);

  const graph = page.getByRole("region", { name: "Graph" });
  for (const name of ["spend", "signups", "spend_per_signup", "mean_cost"])
    await expect(graph.getByRole("button", { name: new RegExp(`^${name}, succeeded`, "i") })).toBeVisible();

  await graph.getByRole("button", { name: /^spend_per_signup, / }).click();
  await expect(page).toHaveURL(/node=spend_per_signup/);
  const panel = page.getByRole("region", { name: "Node spend_per_signup" });
  await expect(panel).toContainText("spend.map((value, week)");
  await expect(panel.getByRole("list", { name: "Columns" })).toContainText("mean 42.47");

  await page.goto("/");
  await expect(page.getByRole("table", { name: "Pipelines" })).toContainText("growth");
  const [run] = await readRuns(product, "growth");
  expect(run).toMatchObject({ status: "succeeded", number: 1, nodes: { total: 4, succeeded: 4 } });
});
