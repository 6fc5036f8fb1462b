import { type Browser, expect, type Page } from "@playwright/test";
import { signIn } from "../product/sign-in";
import { test } from "../product/test";

const PASSWORD = "loom-shuttle-weft-27";

/** Opens a menu; the first click may come before the page listens. */
async function openMenu(page: Page, trigger: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.getByRole("button", { name: trigger }).click();
    await expect(page.getByRole("menu")).toBeVisible({ timeout: 2000 });
  }).toPass();
}

/** Makes a project, and an invitation to it alone. */
async function inviteToProject(page: Page, project: string): Promise<string> {
  await openMenu(page, /^Project .*, switch$/);
  await page.getByRole("menuitem", { name: "New project" }).click();
  await page.getByLabel("Name").fill(project);
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page.getByRole("button", { name: `Project ${project}, switch` })).toBeVisible();

  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("link", { name: "Members" }).click();
  await page.getByRole("button", { name: "Invite to this project" }).click();
  await page.getByRole("radio", { name: /^Viewer/ }).check();
  await page.getByRole("button", { name: "Create invitation" }).click();
  const link = (await page.getByText(/\/invite\/\S+$/).textContent()) ?? "";
  await page.getByRole("button", { name: "Done" }).click();
  return link;
}

/** Opens the link in a browser that knows nobody, makes an account and accepts. */
async function arrive(browser: Browser, link: string, name: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: new URL(link).origin })).newPage();
  await page.goto(link);
  await expect(
    page.getByRole("definition").filter({ hasText: "Sees its runs, changes nothing." }),
  ).toBeVisible();
  await page.getByRole("link", { name: "Create an account" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail").fill(`${name.toLowerCase().replaceAll(" ", ".")}@example.org`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("button", { name: `Accept as ${name}` }).click();
  await expect(page).toHaveURL(/\/home\/[^/]+$/);
  return page;
}

async function isGone(page: Page, path: string): Promise<void> {
  expect((await page.goto(path))?.status(), path).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "There is no such page" })).toBeAttached();
}

test("a stranger is invited, and limited to one project", async ({ page, product, browser }) => {
  const unique = Date.now().toString(36);
  const project = `Visitors only ${unique}`;
  const slug = `visitors-only-${unique}`;
  await signIn(page, product);
  const link = await inviteToProject(page, project);
  const stranger = await arrive(browser, link, `Sam Stranger ${unique}`);

  await test.step("the stranger sees the one project only", async () => {
    await openMenu(stranger, `Project ${project}, switch`);
    await expect(stranger.getByRole("menuitem")).toHaveText([project]);
    await stranger.keyboard.press("Escape");
    await stranger.goto("/");
    await expect(stranger).toHaveURL(new RegExp(`/home/${slug}$`));
    await isGone(stranger, "/home/main/runs");
    await isGone(stranger, "/home/settings");
    await isGone(stranger, "/home/settings/members");
  });

  await test.step("the stranger changes nothing", async () => {
    await stranger.goto(`/home/${slug}/alerts?tab=channels`);
    await expect(stranger.getByText("No channel yet")).toBeVisible();
    await expect(stranger.getByLabel("Webhook URL")).toBeHidden();
    await stranger.goto(`/home/${slug}/settings/members`);
    await expect(stranger.getByRole("table", { name: "People" })).toContainText("viewer of this project");
    await expect(stranger.getByRole("button", { name: /^Role of/ })).toHaveCount(0);
    await expect(stranger.getByRole("button", { name: /^Invite/ })).toHaveCount(0);
    await expect(stranger.getByRole("link", { name: "Audit log" })).toHaveCount(0);
  });

  await test.step("the link works once", async () => {
    const late = await (await browser.newContext()).newPage();
    await late.goto(link);
    await expect(late.getByRole("heading", { name: "This invitation was used" })).toBeVisible();
    await late.context().close();
  });

  await test.step("a higher role acts with the next click", async () => {
    await page.reload();
    await openMenu(page, `Role of Sam Stranger ${unique}: Viewer`);
    await page.getByRole("menuitemradio", { name: /^Member/ }).click();
    await expect(page.getByText(`Sam Stranger ${unique} is a member of this project now`)).toBeVisible();
    await stranger.getByRole("link", { name: "Alerts" }).click();
    await stranger.getByRole("link", { name: /^Channels/ }).click();
    await expect(stranger.getByRole("button", { name: "Add channel" })).toBeVisible();
  });

  await test.step("who is removed sees nothing with the next click", async () => {
    await openMenu(page, `More for Sam Stranger ${unique}`);
    await page.getByRole("menuitem", { name: "Remove…" }).click();
    await page.getByRole("button", { name: "Take away" }).click();
    await expect(page.getByRole("table", { name: "People" })).not.toContainText("Sam Stranger");
    await stranger.getByRole("link", { name: "Runs" }).click();
    await expect(stranger.getByRole("heading", { level: 1, name: "There is no such page" })).toBeAttached();
    await isGone(stranger, `/home/${slug}/runs`);
    await stranger.goto("/");
    await expect(stranger.getByRole("heading", { name: /^Welcome, Sam/ })).toBeVisible();
  });
  await stranger.context().close();
});
