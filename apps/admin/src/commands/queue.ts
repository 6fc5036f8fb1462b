import type { Command } from "commander";
import { withInstance } from "../instance/with-instance";
import { withQueue } from "../instance/with-queue";
import { print, printJson, printTable } from "../output/print";

export function addQueue(program: Command): void {
  program
    .command("queue")
    .description("how many jobs of each kind wait, run, wait for another try, or were given up")
    .option("--json", "answer as JSON")
    .addHelpText("after", "\nExample:\n  heddle-admin queue")
    .action(async ({ json }: { json?: boolean }, command: Command) => {
      await withInstance(command, async ({ instance }) => {
        const backend = instance.redisUrl ? "redis" : "postgresql";
        const jobs = await withQueue(instance, (queue) => queue.counts());
        if (json) return printJson({ backend, jobs });
        print(`The jobs are in ${instance.redisUrl ? "Redis" : "PostgreSQL"}.\n`);
        const rows = Object.entries(jobs).map(([name, { waiting, active, delayed, failed }]) =>
          [name, waiting, active, delayed, failed].map(String),
        );
        printTable(["job", "waiting", "active", "delayed", "given up"], rows, "");
      });
    });
}
