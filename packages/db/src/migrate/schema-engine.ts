import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  DriverAdapterError,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/** The part of the global that is needed here; its types come with the DOM's, which a server has not. */
declare const WebAssembly: {
  instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

/**
 * The package has one place for its WebAssembly. Where this file is loaded twice in a process, as by the global
 * setups of two projects of tests, a second instance would take the memory from under the first.
 */
const LOADED = Symbol.for("heddle.schema-engine");

/** The package expects a bundler to load its WebAssembly; here it is instantiated by hand. */
async function instantiate(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const code = await readFile(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(code, { "./schema_engine_bg.js": imports() });
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
}

/** The engine's own deadline for its lock is never cleared, and would keep the process alive for 10 s. */
function imports(): Record<string, unknown> {
  const later = (run: () => void, ms: number) => setTimeout(run, ms).unref();
  return Object.fromEntries(
    Object.entries(engine).map(([name, value]) => [
      name,
      name.startsWith("__wbg_setTimeout_") ? later : value,
    ]),
  );
}

/** Prisma's adapter splits scripts at every semicolon; function bodies need them sent whole. */
function wholeScripts(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  return Object.assign(factory, {
    connect: async () =>
      Object.assign(await connect(), {
        executeScript: async (script: string) => void (await pool.query(script).catch(explain)),
      }),
  });
}

/** The form in which the engine reports a database's own message. It keeps no code, so the message has it. */
function explain(error: unknown): never {
  if (!(error instanceof pg.DatabaseError)) throw error;
  const { code = "", severity = "ERROR", detail, column, hint } = error;
  const message = `${error.message} (SQLSTATE ${code})`;
  throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
}

/** Prisma's schema engine in WebAssembly, which needs no downloaded binary. */
export async function createSchemaEngine(pool: pg.Pool, schema: string): Promise<engine.SchemaEngine> {
  if (!Reflect.has(globalThis, LOADED)) Reflect.set(globalThis, LOADED, instantiate());
  await Reflect.get(globalThis, LOADED);
  const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts(pool));
  return engine.SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, adapter);
}
