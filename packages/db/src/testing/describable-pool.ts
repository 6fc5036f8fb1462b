import type pg from "pg";

const CHAR_OID = 18;
const BPCHAR_OID = 1042;

/**
 * A pool over which Prisma 7.10's schema engine can describe a database. Its adapter does not know the
 * catalogs' type "char", and the engine panics at PostgreSQL 18's NOT NULL constraints (prisma/orm#29635).
 */
export function describablePool(pool: pg.Pool): pg.Pool {
  const query = async (config: pg.QueryArrayConfig) => {
    const text = config.text.replace("contype NOT IN ('p', 'u', 'f')", "contype IN ('c', 'x')");
    const result = await pool.query({ ...config, text });
    for (const field of result.fields) {
      if (field.dataTypeID === CHAR_OID) field.dataTypeID = BPCHAR_OID;
    }
    return result;
  };
  return new Proxy(pool, {
    get: (target, name) => (name === "query" ? query : Reflect.get(target, name)),
  });
}
