import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client";

/** One pool of connections, and Prisma on it. Reach rows through `withScope` or `withSystem`. */
export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

const STATEMENT_TIMEOUT_MS = 30_000;
const TRANSACTION = { maxWait: 10_000, timeout: 60_000 };

/**
 * Opens a database that `migrate` has prepared. Outside `withScope` and `withSystem` its connections
 * may touch no table, so that a forgotten scope is an error and not a leak.
 */
export function createDatabase(options: { url: string; maxConnections?: number | undefined }): Database {
  const pool = new pg.Pool({
    connectionString: withoutRights(options.url),
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: 2 * STATEMENT_TIMEOUT_MS,
    application_name: "heddle",
    keepAlive: true,
  });
  // The pool has dropped the broken idle connection already; the next query opens another.
  pool.on("error", () => {});
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: TRANSACTION });
  return {
    prisma,
    pool,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

function withoutRights(url: string): string {
  const parsed = new URL(url);
  const given = parsed.searchParams.get("options");
  parsed.searchParams.set("options", [given, "-c role=heddle_none"].filter(Boolean).join(" "));
  return parsed.href;
}
