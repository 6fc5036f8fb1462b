import type { Command } from "commander";
import { withInstance } from "../instance/with-instance";
import { print, printJson } from "../output/print";
import { age, counted, duration, size } from "../output/units";
import { readStatus, type Status } from "../status/read-status";

export function addStatus(program: Command): void {
  program
    .command("status")
    .description(
      "how the instance is, and what somebody should look at; exits with 1 when there is something",
    )
    .option("--json", "answer as JSON")
    .addHelpText("after", "\nExample:\n  heddle-admin status")
    .action(async ({ json }: { json?: boolean }, command: Command) => {
      const status = await withInstance(command, ({ ctx, instance }) => readStatus(ctx, instance));
      if (json) printJson(status);
      else printStatus(status);
      if (!status.ok) process.exitCode = 1;
    });
}

function printStatus({ database, queue, workers, inbox, problems }: Status): void {
  const { version, bytes, connections, mostConnections } = database;
  print(`Database    PostgreSQL ${version} at ${database.place}, ${size(bytes)}, up to date`);
  print(`            ${connections} of ${mostConnections} connections`);
  print(`Queue       ${queue.backend === "redis" ? "Redis" : "in PostgreSQL"}, ${describeQueue(queue)}`);
  const seen = workers.lastSeenAt ? `last seen ${age(workers.lastSeenAt)}` : "never seen any";
  print(`Workers     ${workers.alive} running, ${seen}`);
  const oldest = inbox.oldestSeconds === null ? "" : `, the oldest for ${duration(inbox.oldestSeconds)}`;
  print(
    `Inbox       ${counted(inbox.batches, "batch waits", "batches wait")}, ${size(inbox.bytes)}${oldest}`,
  );
  print(`Quarantine  ${counted(inbox.quarantined, "batch", "batches")}`);
  print(problems.length === 0 ? "\nAll is well." : `\n${problems.map((line) => `! ${line}`).join("\n")}`);
}

function describeQueue({ reachable, givenUp }: Status["queue"]): string {
  if (!reachable) return "does not answer";
  return givenUp === 0 ? "answers" : `answers, ${counted(givenUp, "job")} given up in the last two weeks`;
}
