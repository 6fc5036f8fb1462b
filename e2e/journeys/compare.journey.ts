import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { readRuns } from "../product/api";
import { signIn } from "../product/sign-in";
import { test } from "../product/test";

async function isAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`),
    what,
  ).toEqual([]);
}

test("from a failed run, Compare names the node that changed and shows its diff", async ({
  page,
  product,
}) => {
  const runs = await readRuns(product, "airline_features");
  const failed = runs.find(({ status }) => status === "failed");
  const good = runs.find(
    ({ status, number }) => status === "succeeded" && (number ?? 0) < (failed?.number ?? 0),
  );
  await signIn(page, product, `/home/main/runs/${failed?.id}`);
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Compare/ })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/compare\\?a=${good?.id}&b=${failed?.id}`));

  // The verdict, and the cause with its code before anything else.
  const verdict = page.getByRole("region", { name: "Verdict" });
  await expect(verdict.getByRole("heading", { level: 1 })).toHaveText(/may explain the failure of heading$/);
  await expect(verdict).toContainText("RangeError");
  const causes = page.getByRole("region", { name: "What may explain it" });
  const code = causes.getByRole("button", { name: /Code airports/ });
  await expect(code).toHaveAttribute("aria-expanded", "true");
  await expect(code).toContainText("upstream of the failure, 3 hops");
  const diff = causes.getByRole("table", { name: "Code of airports, then and now" });
  await expect(diff).toBeVisible();
  await expect(page.getByRole("region", { name: "Same on both sides" })).toContainText("32 of 33 functions");
  await expect(page.getByRole("table", { name: "Nodes" }).getByRole("row").nth(1)).toContainText("Failed");
  await isAccessible(page, "the comparison");

  // Keys: all evidence closed and opened, the sides swapped.
  await expect(async () => {
    await page.keyboard.press("o");
    await expect(causes.getByRole("button", { expanded: true })).toHaveCount(2, { timeout: 1000 });
  }).toPass();
  await expect(page).toHaveURL(/open=/);
  await page.keyboard.press("s");
  await expect(page).toHaveURL(new RegExp(`a=${failed?.id}&b=${good?.id}`));
  await expect(verdict.getByRole("heading", { level: 1 })).toHaveText(/^heading failed in A and not in B/);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`a=${good?.id}&b=${failed?.id}`));
  // The address is there before the page is.
  await expect(verdict.getByRole("heading", { level: 1 })).toHaveText(/may explain the failure of heading$/);

  // Another run is found by its number.
  await page.getByRole("button", { name: "Choose run A" }).click();
  const dialog = page.getByRole("dialog", { name: "Choose run A, then" });
  await expect(dialog.getByText(/^Last good before/)).toBeVisible();
  await dialog.getByLabel("Find run").fill("#2");
  const second = dialog
    .getByRole("region", { name: "Runs" })
    .getByRole("button", { name: /#2 airline_features/ });
  await isAccessible(page, "choosing a run");
  await second.click();
  await expect(page.getByRole("link", { name: /^Run A: #2,/ })).toBeVisible();

  // What is not there is said, and by which side.
  const gone = failed?.id.replace(/.{12}$/, "000000000000");
  const answer = await page.goto(`/home/main/compare?a=${gone}&b=${failed?.id}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByText("Run A is not in this project")).toBeVisible();
  await page.getByRole("link", { name: "Compare the other run" }).click();
  await expect(verdict).toBeVisible();
});
