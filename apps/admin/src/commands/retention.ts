import type { Command } from "commander";
import { type Place, parseProject } from "../input/place";
import { withInstance } from "../instance/with-instance";
import { print, printJson, printTable } from "../output/print";
import { counted } from "../output/units";
import { findDue } from "../retention/find-due";
import { runRetention } from "../retention/run-retention";

interface Options {
  project?: Place & { project: string };
  dryRun?: boolean;
  json?: boolean;
}

export function addRetention(program: Command): void {
  program
    .command("retention")
    .description("deletion of what is too old")
    .command("run")
    .description("delete now what the workers would delete by themselves in the next hours")
    .option("--project <organisation/project>", "only of this project", parseProject)
    .option("--dry-run", "only say what is due")
    .option("--json", "answer as JSON")
    .addHelpText("after", "\nExample:\n  heddle-admin retention run --dry-run")
    .action(async ({ project, dryRun, json }: Options, command: Command) => {
      await withInstance(command, async ({ ctx, instance }) => {
        const due = await findDue(ctx, instance.instanceDays, project);
        if (dryRun && json) return printJson(due);
        if (dryRun) return printDue(due);
        const done = await runRetention(ctx, due, console.error);
        if (json) return printJson(done);
        if (done.months > 0) print(`Dropped ${counted(done.months, "month")} as a whole.`);
        print(
          `Deleted ${counted(done.runs, "run")}, ${counted(done.leftovers, "row")} that nothing referred to any more, ${counted(done.projects, "deleted project")} and ${counted(done.organizations, "deleted organisation")} for good.`,
        );
        if (done.busy > 0) {
          print(
            `${counted(done.busy, "expired run is", "expired runs are")} being written to; the workers delete them later.`,
          );
        }
      });
    });
}

function printDue({ retained, purgeable, months }: Awaited<ReturnType<typeof findDue>>): void {
  const rows = retained.map((one) => [
    one.place,
    counted(one.retentionDays, "day"),
    `${one.more ? "more than " : ""}${counted(one.runs, "run")}`,
  ]);
  printTable(["project", "runs are kept", "due"], rows, "Nothing limits the age of runs.");
  if (months.length > 0)
    print(`To be dropped as whole months: ${months.map((first) => first.slice(0, 7)).join(", ")}.`);
  const names = purgeable.map(({ place }) => place).join(", ");
  if (names) print(`To be deleted for good: ${names}.`);
}
