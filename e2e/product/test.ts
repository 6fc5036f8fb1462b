import { test as base } from "@playwright/test";
import type { Product } from "./start-product";

/** Playwright's `test` with the running product; relative addresses lead to it. */
export const test = base.extend<{ product: Product }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern.
  product: async ({}, use) => {
    await use(JSON.parse(process.env.HEDDLE_E2E_PRODUCT ?? "{}"));
  },
  baseURL: async ({ product }, use) => {
    await use(product.url);
  },
});
