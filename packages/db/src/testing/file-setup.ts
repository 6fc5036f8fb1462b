import { afterAll } from "vitest";
import { endAll } from "./at-end";
import { dropTestDatabases } from "./create-test-database";

afterAll(async () => {
  await endAll();
  await dropTestDatabases();
});
