import type { DiffTarget } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { checkDatabase } from "./check-database";
import { createSchemaEngine } from "./schema-engine";

/** SQL that leads from one Prisma schema to another. The engine asks the database for its version only. */
export async function diffSchemas(url: string, before: string, after: string): Promise<string> {
  await checkDatabase(url);
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    const engine = await createSchemaEngine(pool, after);
    const { stdout } = await engine.diff({
      from: datamodel(before),
      to: datamodel(after),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? "";
  } finally {
    await pool.end();
  }
}

function datamodel(content: string): DiffTarget {
  return { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] };
}
