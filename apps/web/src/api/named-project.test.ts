import { createDatabase } from "@heddle/db";
import { expect, test } from "vitest";
import { createProjectFinder } from "./named-project";

const key = {
  keyId: "k",
  name: "Key",
  scopes: ["read" as const],
  organizationId: "o",
  projectId: null,
  project: null,
  expiresAt: null,
};

test("a name that is too long for a slug is refused without asking the database", async () => {
  // Nobody listens there: whatever is asked fails with another error.
  const db = createDatabase({ url: "postgresql://nobody@127.0.0.1:1/none" });
  const find = createProjectFinder(db, () => 0);
  await expect(find(key, "x".repeat(64))).rejects.toMatchObject({ code: "not_found" });
  await expect(find(key, "x".repeat(63))).rejects.not.toMatchObject({ code: "not_found" });
});
