export { atEnd } from "./at-end";
export { createTestDatabase, type TestDatabase } from "./create-test-database";
export { createTestProject, type TestProject } from "./create-test-project";
