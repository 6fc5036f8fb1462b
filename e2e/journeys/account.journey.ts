import { rm } from "node:fs/promises";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { openMailSink } from "../../apps/web/src/testing/mail-sink";
import { makeDataDir, type Product, startProduct } from "../product/start-product";

type MailSink = Awaited<ReturnType<typeof openMailSink>>;

let dataDir: string;
let mails: MailSink;
let product: Product;
let stop = async () => {};

test.beforeAll(async () => {
  test.setTimeout(300_000);
  dataDir = await makeDataDir();
  mails = await openMailSink();
  const env = { SIGN_UP: "open", SMTP_URL: mails.url, MAIL_FROM: "Heddle <heddle@example.org>" };
  ({ product, stop } = await startProduct(dataDir, ["--no-demo"], env));
});
test.afterAll(async () => {
  await stop();
  await mails.close();
  await rm(dataDir, { recursive: true });
});

const EMAIL = "zoe+runs@example.org";
const FIRST = "turnips in copper pans";
const SECOND = "lanterns under snow";
const THIRD = "marbles on the roof";

async function secretFor(to: string): Promise<string> {
  await expect.poll(() => mails.secretFor(to)).not.toBe("");
  return mails.secretFor(to);
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function elsewhere(browser: Browser, email: string, password: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${product.url}/signin?callbackUrl=/account`);
  await signIn(page, email, password);
  await expect(page).toHaveURL(`${product.url}/account`);
  return page;
}

test("an account by e-mail, from sign-up to its end", async ({ page, browser }) => {
  test.setTimeout(300_000);
  const dialog = page.getByRole("dialog");

  await test.step("an easy password is refused, a long one makes a mail", async () => {
    await page.goto(`${product.url}/signup`);
    await page.getByLabel("Name").fill("Zoë");
    await page.getByLabel("E-mail").fill(EMAIL.toUpperCase());
    await page.getByLabel("Password", { exact: true }).fill("password2026");
    await expect(page.getByText("Easily guessed.")).toBeVisible();
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByText("Use a few unrelated words")).toBeVisible();
    await page.getByLabel("Password", { exact: true }).fill(FIRST);
    await expect(page.getByText("Strong.")).toBeVisible();
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByText("Check your mail")).toBeVisible();
  });

  await test.step("the link may be opened again and again until it is confirmed", async () => {
    const link = `${product.url}/confirm/${await secretFor(EMAIL)}`;
    for (let i = 0; i < 3; i++) await page.goto(link);
    await expect(page.locator('meta[name="referrer"]')).toHaveAttribute("content", "no-referrer");
    await page.getByRole("button", { name: "Confirm this address" }).click();
    await expect(page.getByRole("heading", { name: "Your account is ready" })).toBeVisible();
    await page.getByRole("link", { name: "Sign in" }).click();
    await expect(page.getByLabel("E-mail")).toHaveValue(EMAIL);
    await signIn(page, EMAIL, FIRST);
    await expect(page).toHaveURL(`${product.url}/new`);
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  });

  await test.step("a new password ends all other browsers and keeps this one", async () => {
    const other = await elsewhere(browser, EMAIL, FIRST);
    await page.goto(`${product.url}/account/security`);
    await page.getByRole("button", { name: "Change password" }).click();
    await dialog.getByLabel("Current password").fill("not the password");
    await dialog.getByLabel("New password").fill(SECOND);
    await dialog.getByRole("button", { name: "Change password" }).click();
    await expect(dialog.getByText("This is not your current password.")).toBeVisible();
    await dialog.getByLabel("Current password").fill(FIRST);
    await dialog.getByRole("button", { name: "Change password" }).click();
    await expect(page.getByText("Your password is changed")).toBeVisible();
    await page.reload();
    await expect(page.getByText("The password was changed")).toBeVisible();
    await other.reload();
    await expect(other).toHaveURL(/\/signin/);
  });

  const next = `new.${EMAIL}`;
  await test.step("a new address counts once it is confirmed", async () => {
    await page.goto(`${product.url}/account`);
    await page.getByRole("button", { name: "Change address" }).click();
    await dialog.getByLabel("New address").fill(next);
    await dialog.getByLabel("Your password").fill(SECOND);
    await dialog.getByRole("button", { name: "Change address" }).click();
    await expect(dialog.getByText("Check your mail")).toBeVisible();
    await page.goto(`${product.url}/confirm/${await secretFor(next)}`);
    await page.getByRole("button", { name: "Confirm this address" }).click();
    await page.getByRole("link", { name: "Go to your account" }).click();
    await expect(page.getByText(next).first()).toBeVisible();
  });

  await test.step("a reset signs in here and out everywhere else", async () => {
    const other = await (await browser.newContext()).newPage();
    await other.goto(`${product.url}/signin`);
    await other.getByRole("link", { name: "Forgot your password?" }).click();
    // The page before has a field of this name, too.
    await expect(other.getByRole("heading", { name: "Set a new password" })).toBeVisible();
    await other.getByLabel("E-mail").fill(next);
    const before = mails.secretFor(next);
    await other.getByRole("button", { name: "Send the link" }).click();
    await expect.poll(() => mails.secretFor(next)).not.toBe(before);
    await other.goto(`${product.url}/reset/${mails.secretFor(next)}`);
    await other.getByLabel("New password").fill(THIRD);
    await other.getByRole("button", { name: "Set password and sign in" }).click();
    await expect(other.getByRole("button", { name: /^Account of Zoë/ })).toBeVisible();
    await page.reload();
    await expect(page).toHaveURL(/\/signin/);
  });

  await test.step("signed out everywhere, then deleted", async () => {
    const other = await elsewhere(browser, next, THIRD);
    await signIn(page, next, THIRD);
    await expect(page).not.toHaveURL(/\/signin/);
    await page.goto(`${product.url}/account/security`);
    await page.getByRole("button", { name: "Sign out everywhere" }).click();
    await dialog.getByRole("button", { name: "Sign out everywhere" }).click();
    await expect(page).toHaveURL(/\/signin/);
    await other.reload();
    await expect(other).toHaveURL(/\/signin/);
    await signIn(other, next, THIRD);
    await expect(other).toHaveURL(`${product.url}/account`);
    await other.getByRole("button", { name: "Delete account" }).click();
    const asks = other.getByRole("dialog");
    await expect(asks.getByRole("button", { name: "Delete account" })).toBeDisabled();
    await asks.getByLabel(/to confirm$/).fill(next);
    await asks.getByLabel("Password", { exact: true }).fill(FIRST);
    await asks.getByRole("button", { name: "Delete account" }).click();
    await expect(asks.getByText("This is not your current password.")).toBeVisible();
    await asks.getByLabel("Password", { exact: true }).fill(THIRD);
    await asks.getByRole("button", { name: "Delete account" }).click();
    await expect(other).toHaveURL(/\/signin/);
    await signIn(other, next, THIRD);
    await expect(other.getByText("E-mail or password is wrong")).toBeVisible();
  });
});
