import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "@heddle/db/embedded";
import { atEnd, withAdmin } from "@heddle/db/testing";

/** A server of its own that has seen nothing yet, as on another machine. Gives new databases on it. */
export async function startEmptyMachine(): Promise<() => Promise<string>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), `heddle-test-${process.pid}-`));
  const server = await startEmbedded({ dataDir, log: () => {}, durable: false });
  atEnd(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return async () => {
    const name = `db_${randomBytes(4).toString("hex")}`;
    await withAdmin(server.url, (owner) => owner.query(`CREATE DATABASE ${name}`));
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return url.href;
  };
}
