import { startProduct } from "./start-product";

/** Starts the product once for all journeys; workers read where it is from the environment. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { product, stop } = await startProduct();
  process.env.HEDDLE_E2E_PRODUCT = JSON.stringify(product);
  return stop;
}
