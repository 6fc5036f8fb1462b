import { afterAll } from "vitest";
import { dropTestDatabases } from "./create-test-database";

afterAll(dropTestDatabases);
