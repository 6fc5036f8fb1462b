import type { Receiver } from "@heddle/core/testing";
import type { Record } from "../load/record";
import type { Product } from "../product/product";
import { checkFailures } from "./check-failures";
import { checkLedger } from "./check-ledger";
import { checkReceipts } from "./check-receipts";
import { checkRows } from "./check-rows";
import { checkRuns } from "./check-runs";
import type { Finding } from "./finding";
import { openOwner } from "./owner";
import { makeReference } from "./reference";

/** Compares what was acknowledged with what is stored. */
export async function checkAll(product: Product, record: Record, receiver: Receiver): Promise<Finding[]> {
  const owner = await openOwner(product.databaseUrl);
  const reference = await makeReference(product.databaseUrl, record);
  try {
    return [
      await checkLedger(owner, record),
      await checkReceipts(owner, record),
      await checkRuns(owner, record),
      ...(await checkFailures(owner, record, receiver)),
      ...(await checkRows(owner, reference)),
    ];
  } finally {
    await reference.close();
    await owner.close();
  }
}
