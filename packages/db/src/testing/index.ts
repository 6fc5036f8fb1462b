export { atEnd } from "./at-end";
export { createRawDatabase, createTestDatabase, type TestDatabase } from "./create-test-database";
export { createTestProject, type TestProject } from "./create-test-project";
export { sampleInsert } from "./sample-row";
export { withAdmin } from "./with-admin";
