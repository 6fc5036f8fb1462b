import { rm } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type OidcProvider, startOidcProvider } from "../../apps/web/src/testing/oidc-provider";
import { signIn } from "../product/sign-in";
import { makeDataDir, type Product, startProduct } from "../product/start-product";

let dataDir: string;
let provider: OidcProvider;
let product: Product;
let stop = async () => {};

test.beforeAll(async () => {
  test.setTimeout(300_000);
  dataDir = await makeDataDir();
  provider = await startOidcProvider();
  const env = { ...provider.env, SIGN_UP: "open" };
  ({ product, stop } = await startProduct(dataDir, ["--no-demo"], env));
  provider.serve(product.url);
  provider.people.set("ada", { name: "Ada Lovelace", email: "ada@example.org", email_verified: true });
  provider.people.set("work", { name: "At work", email: "work@example.com", email_verified: true });
});
test.afterAll(async () => {
  await stop();
  await provider.close();
  await rm(dataDir, { recursive: true });
});

const account = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name: typeof name === "string" ? `Account of ${name}` : name });

async function signOut(page: Page): Promise<void> {
  await account(page, /^Account of /).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/signin/);
}

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
}

test("an account by an outside identity, from sign-up to its last way in", async ({ page }) => {
  await page.goto(`${product.url}/signin`);
  await isAccessible(page);

  await test.step("turning back at the provider is told", async () => {
    await page.getByRole("button", { name: "Continue with Test Login" }).click();
    await page.getByRole("button", { name: "Nobody" }).click();
    await expect(page.getByRole("alert").getByText("You did not sign in there")).toBeVisible();
  });

  await test.step("a newcomer agrees, and chooses a name", async () => {
    await page.getByRole("button", { name: "Continue with Test Login" }).click();
    await page.getByRole("button", { name: "Ada Lovelace" }).click();
    await expect(page.getByRole("heading", { name: "Create your account" })).toBeVisible();
    await expect(page.getByText("ada@example.org")).toBeVisible();
    await isAccessible(page);
    await page.getByLabel("Name").fill("Countess");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(account(page, "Countess")).toBeVisible();
  });

  await test.step("the next time nobody asks anything", async () => {
    await signOut(page);
    await page.goto(`${product.url}/signin?callbackUrl=/account/security`);
    await page.getByRole("button", { name: "Continue with Test Login" }).click();
    await expect(page).toHaveURL(`${product.url}/account/security`);
    await expect(account(page, "Countess")).toBeVisible();
  });

  await test.step("the last way in stays", async () => {
    await page.getByRole("button", { name: "Disconnect" }).click();
    await page
      .getByRole("alertdialog")
      .or(page.getByRole("dialog"))
      .getByRole("button", { name: "Disconnect" })
      .click();
    await expect(page.getByText("It is the only way into your account.")).toBeVisible();
  });

  await test.step("nobody takes over an identity of somebody else", async () => {
    await signOut(page);
    await page.goto(product.url);
    await signIn(page, product, `${product.url}/account/security`);
    await page.getByRole("button", { name: "Connect Test Login" }).click();
    await expect(page.getByRole("heading", { name: /is connected to another account/ })).toBeVisible();
    await isAccessible(page);
    await page.getByRole("button", { name: "Back to your account" }).click();
    await expect(page).toHaveURL(`${product.url}/account/security`);
  });

  await test.step("an own identity is connected after a look at both accounts", async () => {
    // Signs out at the provider.
    await page.context().clearCookies({ domain: "127.0.0.1" });
    await page.getByRole("button", { name: "Connect Test Login" }).click();
    await page.getByRole("button", { name: "At work" }).click();
    await expect(page.getByRole("heading", { name: "Connect Test Login?" })).toBeVisible();
    await expect(page.getByText("work@example.com")).toBeVisible();
    await expect(page.getByText(product.email)).toBeVisible();
    await isAccessible(page);
    await page.getByRole("button", { name: "Connect Test Login" }).click();
    await expect(page).toHaveURL(`${product.url}/account/security`);
    await expect(page.getByText("work@example.com")).toBeVisible();
  });

  await test.step("it signs in to that account, until it is disconnected", async () => {
    await signOut(page);
    await page.getByRole("button", { name: "Continue with Test Login" }).click();
    await expect(account(page, /^Account of /)).toBeVisible();
    await page.goto(`${product.url}/account/security`);
    await page.getByRole("button", { name: "Disconnect" }).click();
    await page
      .getByRole("alertdialog")
      .or(page.getByRole("dialog"))
      .getByRole("button", { name: "Disconnect" })
      .click();
    await expect(page.getByRole("button", { name: "Connect Test Login" })).toBeVisible();
    await signOut(page);
    await page.getByRole("button", { name: "Continue with Test Login" }).click();
    await expect(page.getByRole("heading", { name: "Create your account" })).toBeVisible();
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page).toHaveURL(/\/signin/);
  });
});
