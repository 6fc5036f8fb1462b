import { expect } from "@playwright/test";
import { signIn } from "../product/sign-in";
import { test } from "../product/test";

test("what two versions of a pipeline have not in common, in graph, list and code", async ({
  page,
  product,
}) => {
  await signIn(page, product, "/home/main/versions?pipeline=airline_features");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("airline_features");
  const list = page.getByRole("list", { name: "Versions, newest first" });
  const versions = list.locator("[data-version]");
  await expect(versions).toHaveCount(4);
  await expect(list.getByRole("listitem").first()).toContainText("1 changed, 0 new, 0 gone");

  // The newest against the one before it: the change that broke the last run.
  const graph = page.getByRole("region", { name: "Graph of the difference" });
  await expect(graph.getByRole("button", { name: "airports, code changed" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  const counts = page.getByRole("list", { name: "Nodes by difference" });
  await expect(counts).toContainText("1 changed");
  await expect(counts).toContainText("upstream");
  const code = page.getByRole("region", { name: "Code of airports" });
  await expect(code.getByRole("table")).toContainText("removed: ");
  await expect(code.getByRole("table")).toContainText("csvParse");
  // Clicks count once the page has come to life.
  await expect(async () => {
    await code.getByRole("button", { name: "Unified" }).click();
    await expect(page).toHaveURL(/view=unified/, { timeout: 1000 });
  }).toPass();

  await graph.getByRole("button", { name: /^airportByCode, changed only upstream/ }).click();
  await expect(page).toHaveURL(/node=airportByCode/);
  await expect(page.getByRole("region", { name: "Code of airportByCode" })).toContainText(
    "Its own code is the same",
  );
  await page.getByRole("button", { name: "Whole graph" }).click();
  await expect(page).toHaveURL(/graph=whole/);
  const changed = page.getByRole("region", { name: "What changed in the code" });
  await changed.getByRole("button", { name: "airports, code changed" }).click();
  await expect(page).toHaveURL(/node=airports/);
  await expect(graph.getByRole("button", { name: "airports, code changed" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );

  // Any two, by keyboard: the oldest and the newest.
  const [newest, oldest] = await versions.evaluateAll((links) =>
    [links[0], links.at(-1)].map((link) => link?.getAttribute("data-version") ?? ""),
  );
  await versions.last().focus();
  await page.keyboard.press("x");
  await versions.first().focus();
  await page.keyboard.press("x");
  await page.keyboard.press("d");
  await expect(page).toHaveURL(new RegExp(`from=${oldest}.*to=${newest}|to=${newest}.*from=${oldest}`));
  await expect(page.getByRole("button", { name: `Compare from ${oldest?.slice(0, 7)}` })).toHaveAttribute(
    "aria-pressed",
    "true",
  );

  // The first version has none before it.
  await versions.last().click();
  await expect(page.getByRole("note")).toContainText("nothing to compare it with");
  await page
    .getByRole("link", { name: /runs? good$/ })
    .last()
    .click();
  await expect(page).toHaveURL(new RegExp(`/runs\\?.*version=${oldest}`));
});
