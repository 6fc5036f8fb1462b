import { buildChanged } from "../build/build-changed";
import { openFolder } from "./data/folder";
import { lockFolder } from "./data/lock";
import { ProcessLedger } from "./data/orphans";
import { reset } from "./data/reset";
import type { StartOptions } from "./options.mjs";
import { onNpmGone } from "./parent-watch";
import { requireFreePort } from "./port.mjs";
import { Shutdown } from "./shutdown";
import { onEndSignal } from "./signals";

/** Starts the whole product and keeps it running until it is told to end. */
export async function main(options: StartOptions): Promise<void> {
  const shutdown = new Shutdown();
  const ledger = new ProcessLedger(options.dataDir);
  const end = async (code: number) => {
    await shutdown.run();
    console.log("Stopped.");
    process.exit(code);
  };
  const giveUp = (sentence: string) => {
    console.error(`\n${sentence}`);
    void end(1);
  };
  const stop = () => {
    console.log("\nStopping; once more to force it.");
    void end(0);
  };
  const force = () => {
    ledger.killAll();
    process.exit(130);
  };
  // A terminal that was closed must not keep the supervisor from stopping the rest.
  process.stdout.on("error", () => {});
  onEndSignal(stop, force);
  onNpmGone(() => {
    if (!shutdown.begun) stop();
  });
  try {
    await prepare(options, shutdown, ledger);
    // What it imports needs the database client, which may just have been generated.
    const { startInstance } = await import("./start-instance");
    await startInstance({ options, shutdown, ledger, giveUp });
  } catch (error) {
    // Whatever fails while everything is being stopped fails because of that.
    if (shutdown.begun) return;
    await shutdown.run();
    throw error;
  }
}

async function prepare(options: StartOptions, shutdown: Shutdown, ledger: ProcessLedger): Promise<void> {
  await openFolder(options.dataDir);
  const unlock = await lockFolder(options.dataDir, options.port);
  shutdown.defer("The lock", 1000, unlock);
  const orphans = await ledger.endOrphans();
  if (orphans > 0) console.log(`Ended ${orphans} processes that an earlier start had left running.`);
  await requireFreePort(options.port, options.host);
  if (options.reset) await reset(options);
  await buildChanged(options.dev ? ["web"] : []);
}
