import { expect } from "@playwright/test";
import { readRuns } from "../product/api";
import { signIn } from "../product/sign-in";
import { test } from "../product/test";

const TABS = ["Graph", "Timeline", "Nodes", "Data", "Code", "Environment", "Ledger"];

test("one node stays selected on every view of a run and on the runs beside it", async ({
  page,
  product,
}) => {
  const [newest, before] = await readRuns(product, "airline_features");
  await signIn(page, product, `/home/main/runs/${newest?.id}?tab=nodes`);
  await page
    .getByRole("row", { name: /flights/ })
    .first()
    .click();
  const panel = page.getByRole("region", { name: /^Node / });
  await expect(panel).toBeVisible();
  const name = (await panel.getAttribute("aria-label"))?.replace("Node ", "") ?? "";
  const views = page.getByRole("navigation", { name: "Views of this run" });
  for (const tab of TABS) {
    await views.getByRole("link", { name: tab }).click();
    await expect(page).toHaveURL(
      new RegExp(`tab=${tab.toLowerCase()}.*node=${name}|node=${name}.*tab=${tab.toLowerCase()}`),
    );
    await expect(page.getByRole("region", { name: `Node ${name}` })).toBeVisible();
  }

  await views.getByRole("link", { name: "Data" }).click();
  await page.getByRole("link", { name: "Previous run" }).click();
  await expect(page).toHaveURL(new RegExp(`/runs/${before?.id}\\?.*tab=data`));
  await expect(page).toHaveURL(new RegExp(`node=${name}`));
  await expect(page.getByRole("region", { name: `Node ${name}` })).toBeVisible();
  await page.keyboard.press("]");
  await expect(page).toHaveURL(new RegExp(`/runs/${newest?.id}\\?`));
  await expect(page.getByRole("button", { name: /^Next run: this is the newest/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Compare/ }).last()).toHaveAttribute(
    "href",
    new RegExp(`compare\\?a=[0-9a-f-]{36}&b=${newest?.id}`),
  );
});

test("a run's code, its columns and the batches that brought it are there", async ({ page, product }) => {
  const failed = (await readRuns(product, "airline_features")).find(({ status }) => status === "failed");
  await signIn(page, product, `/home/main/runs/${failed?.id}?tab=code`);
  await expect(page.getByRole("region", { name: /^Text of / })).toContainText("export function");
  await page
    .getByRole("button", { name: /airports\.ts/ })
    .first()
    .click();
  await expect(page).toHaveURL(/file=/);

  await page.goto(`/home/main/runs/${failed?.id}?tab=data`);
  const columns = page.getByRole("region", { name: "Columns of all nodes" });
  await expect(columns.getByRole("listitem").first()).toBeVisible();
  await page.getByRole("searchbox", { name: "Find column or node" }).fill("latitude");
  await expect(columns.getByRole("link", { name: "latitude" })).toBeVisible();
  await expect(columns.getByRole("listitem")).toHaveCount(1);

  await page.goto(`/home/main/runs/${failed?.id}?tab=ledger`);
  const total = (await page.getByRole("heading", { name: /events? in .* by / }).textContent()) ?? "";
  const numbers = total.replaceAll(",", "").match(/\d+/g)?.map(Number) ?? [];
  const rows = page.getByRole("table", { name: "Batches" }).getByRole("row");
  await expect(rows).toHaveCount((numbers[1] ?? 0) + 1);
  const events = await rows.evaluateAll((all) =>
    all.slice(1).map((row) => Number(row.children[5]?.textContent?.replaceAll(/\D/g, ""))),
  );
  expect(events.reduce((sum, count) => sum + count, 0)).toBe(numbers[0]);
  // Each node that ran begins and ends.
  expect(numbers[0]).toBeGreaterThan(2 * (failed?.nodes.succeeded ?? 0));
});
