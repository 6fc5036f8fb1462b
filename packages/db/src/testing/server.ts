/** What the global setup tells each test worker. */
interface TestServer {
  /** A database whose user may create others. */
  url: string;
  /** A migrated database to copy. */
  template: string;
  /** Beginning of the names of all databases of this test run. */
  prefix: string;
}

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** The URL of another database on the same server. */
export function urlOf(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.href;
}
