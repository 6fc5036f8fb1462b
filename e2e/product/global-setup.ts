import { rm } from "node:fs/promises";
import { makeDataDir, startProduct } from "./start-product";

/** Starts the product once for all journeys; workers read where it is from the environment. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const dataDir = await makeDataDir();
  const { product, stop } = await startProduct(dataDir);
  process.env.HEDDLE_E2E_PRODUCT = JSON.stringify(product);
  return async () => {
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
