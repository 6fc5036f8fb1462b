import type { Database } from "@heddle/db";
import pg from "pg";

const COLUMN = String.raw`(?:"?\w+"?\.)*"?(?:project_id|organization_id)"?`;
const VALUE = String.raw`\$\d+(?:::\w+)?`;
const FILTER = new RegExp(
  `(${COLUMN}\\s*(?:=\\s*any\\s*\\(${VALUE}\\)|in\\s*\\(${VALUE}\\)|=\\s*${VALUE}))`,
  "gi",
);
const FIRST_CONDITION = /\b(where|on)\b/i;

/** A statement whose conditions no longer ask for a project or an organisation; its parameters stay in use. */
export function withoutFilters(sql: string): string {
  const at = sql.search(FIRST_CONDITION);
  if (at < 0) return sql;
  return sql.slice(0, at) + sql.slice(at).replace(FILTER, "($1 or true)");
}

interface Forgetful {
  /** From now on. */
  begin(): void;
  /** How many statements lost a filter. */
  forgotten(): number;
}

/**
 * Prepares a database, before its first use, to forget which tenant is asked for: each statement of those
 * who act for one loses its conditions on project and organisation on its way to PostgreSQL. What acts for
 * the platform is left as it is.
 */
export function forgetFilters({ pool }: Database): Forgetful {
  let begun = false;
  let forgotten = 0;
  pool.on("connect", (client) => {
    const query = client.query;
    let forTenant = false;
    const rewrite = (sql: string): string => {
      if (/heddle_app/.test(sql)) forTenant = true;
      else if (/^\s*(begin|commit|rollback)/i.test(sql) || /heddle_system/.test(sql)) forTenant = false;
      if (!begun || !forTenant) return sql;
      const changed = withoutFilters(sql);
      if (changed !== sql) forgotten += 1;
      return changed;
    };
    client.query = function forgetful(this: pg.Client, ...args: unknown[]) {
      const [first, ...rest] = args;
      if (typeof first === "string") return Reflect.apply(query, this, [rewrite(first), ...rest]);
      if (first && typeof first === "object" && "text" in first && typeof first.text === "string") {
        const text = rewrite(first.text);
        // A copy of a stream, as COPY is one, would not be one any more.
        return Reflect.apply(query, this, text === first.text ? args : [{ ...first, text }, ...rest]);
      }
      return Reflect.apply(query, this, args);
    };
  });
  return {
    begin: () => {
      begun = true;
    },
    forgotten: () => forgotten,
  };
}

/** Takes row-level security away from every table. */
export async function dropPolicies(databaseUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ name: string }>(
      "SELECT oid::regclass::text AS name FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace",
    );
    for (const { name } of rows) await owner.query(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`);
  } finally {
    await owner.end();
  }
}
