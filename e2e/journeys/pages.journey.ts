import { AxeBuilder } from "@axe-core/playwright";
import { type ConsoleMessage, expect } from "@playwright/test";
import { readRuns } from "../product/api";
import { Schemes } from "../product/schemes";
import { signIn } from "../product/sign-in";
import { test } from "../product/test";

/** On one screen each page is examined as a whole in the scheme in which the other one only has its colours checked. */
const SCREENS = [
  { width: 1440, height: 900, first: "light" },
  { width: 390, height: 844, first: "dark" },
] as const;

const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** Pages for people who are not signed in. */
const DOORS = [
  "/signup",
  "/reset",
  "/reset/nothing",
  "/confirm/nothing",
  "/invite/nothing",
  "/connect",
  "/docs",
  "/docs/http-api",
  "/docs/api",
  "/signin",
];

const settings = (base: string, pages: string[]) => [base, ...pages.map((page) => `${base}/${page}`)];

const PAGES = [
  "/home/main",
  "/home/main/setup",
  "/home/main/versions?pipeline=airline_features",
  "/home/main/node?pipeline=airline_features&node=flights",
  "/home/main/catalog",
  "/home/main/alerts",
  ...settings("/home/main/settings", ["members", "keys", "ingestion", "audit"]),
  ...settings("/home/settings", ["members", "invitations", "projects", "keys", "audit"]),
  ...settings("/account", ["security", "organizations"]),
  ...settings("/instance", ["quarantine"]),
  "/new",
];

for (const { width, height, first } of SCREENS) {
  test(`every page at ${width} x ${height}, light and dark, is clean and accessible`, async ({
    page,
    product,
  }) => {
    test.setTimeout(900_000);
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message: ConsoleMessage) => {
      if (message.type() === "error") complaints.push(`${message.text()} ${message.location().url}`);
    });
    await page.setViewportSize({ width, height });
    const schemes = new Schemes(page);
    await schemes.show(first);

    const check = async (what: string, axe: AxeBuilder) => {
      // The title may come after what is on the page.
      await expect(page, what).toHaveTitle(/\S/);
      const { violations } = await axe.analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      const found = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
      expect(found, what).toEqual([]);
      const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      expect(await page.evaluate<number>(overflow), `${what} scrolls sideways`).toBe(0);
    };
    /** The schemes differ in colours only; the next page begins with the scheme that this one ends with. */
    const examine = async (what: string) => {
      await check(`${what}, ${schemes.shown}`, new AxeBuilder({ page }));
      await schemes.swap();
      await check(`${what}, then ${schemes.shown}`, new AxeBuilder({ page }).withRules(COLOUR_RULES));
    };

    for (const path of DOORS) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await examine(path);
    }
    await signIn(page, product, "/home/main/runs");
    await expect(page.getByRole("heading", { level: 1, name: "Runs" })).toBeAttached();
    await examine("runs");

    const failed = (await readRuns(product, "airline_features")).find(({ status }) => status === "failed");
    const run = `/home/main/runs/${failed?.id}`;
    const node = failed?.failure?.node;
    for (const tab of ["graph", "timeline", "nodes", "data", "code", "environment", "ledger"]) {
      await page.goto(`${run}?tab=${tab}`);
      await expect(page.getByRole("region", { name: "Verdict" })).toContainText(`Failed at ${node}`);
      await examine(tab);
    }
    await page.goto(`${run}?tab=nodes&node=${node}`);
    await expect(page.getByRole("region", { name: `Node ${node}` })).toContainText(
      failed?.failure?.type ?? "",
    );
    await examine("panel of the failed node");
    await page.goto(`${run}?tab=nodes&node=flights`);
    await expect(page.getByRole("list", { name: "Columns" })).toBeVisible();
    await examine("panel of a table");

    const good = (await readRuns(product, "airline_features")).find(({ status }) => status === "succeeded");
    await page.goto(`/home/main/compare?a=${good?.id}&b=${failed?.id}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
    await examine("compare");

    for (const path of PAGES) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
      await examine(path);
    }
    await page.goto("/home/main/alerts");
    await page
      .getByRole("link", { name: /airline_features/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/alerts\/[0-9a-f-]{36}/);
    await examine("failure");

    await page.goto("/home/settings/members");
    await page.getByRole("button", { name: "Invite people" }).click();
    await examine("form of an invitation");
    await page.getByRole("button", { name: "Create invitation" }).click();
    const link = (await page.getByText(/\/invite\/\S+$/).textContent()) ?? "";
    await examine("link of an invitation");
    await page.goto(link);
    await expect(page.getByRole("button", { name: /^Accept as/ })).toBeVisible();
    await examine("invitation");
    expect(complaints).toEqual([]);

    await page.goto("/home/nowhere/runs");
    await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
    await examine("not found");
  });
}
