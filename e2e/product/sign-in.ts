import { expect, type Page } from "@playwright/test";
import type { Product } from "./start-product";

/** Signs in through the form, starting at `path`, and waits until that page is there. */
export async function signIn(
  page: Page,
  product: Pick<Product, "email" | "password">,
  path = "/",
): Promise<void> {
  await page.goto(path);
  await page.getByLabel("E-mail").fill(product.email);
  await page.getByLabel("Password", { exact: true }).fill(product.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/signin/);
}
