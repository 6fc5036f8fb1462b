import { readInboxState } from "@heddle/core";
import type { Command } from "commander";
import { withInstance } from "../instance/with-instance";
import { print, printJson, printTable } from "../output/print";
import { counted, duration, size } from "../output/units";

const PROJECTS = 20;

export function addInbox(program: Command): void {
  program
    .command("inbox")
    .description("what was accepted and waits to be stored, in all and by project")
    .option("--json", "answer as JSON")
    .addHelpText("after", "\nExample:\n  heddle-admin inbox")
    .action(async ({ json }: { json?: boolean }, command: Command) => {
      const state = await withInstance(command, ({ ctx }) =>
        readInboxState({ ctx, input: { projects: PROJECTS } }),
      );
      if (json) return printJson(state);
      const { waiting, suspects, quarantined, outbox } = state;
      print(`${counted(waiting.batches, "batch waits", "batches wait")}${about(waiting)}.`);
      if (suspects > 0) print(`${counted(suspects, "batch", "batches")} failed and will be tried again.`);
      if (quarantined > 0)
        print(
          `${counted(quarantined, "batch is", "batches are")} in quarantine: heddle-admin quarantine list`,
        );
      if (outbox.rows > 0)
        print(
          `${counted(outbox.rows, "signal")} to be passed on to the queue${since(outbox.oldestSeconds)}.`,
        );
      if (state.projects.length === 0) return;
      print("");
      const rows = state.projects.map((one) => [
        `${one.org}/${one.project}`,
        String(one.waiting.batches),
        size(one.waiting.bytes),
        one.waiting.oldestSeconds === null ? "" : duration(one.waiting.oldestSeconds),
        String(one.suspects),
        String(one.quarantined),
      ]);
      printTable(["project", "waiting", "size", "oldest", "failed", "quarantine"], rows, "");
    });
}

function about({ bytes, oldestSeconds }: { bytes: number; oldestSeconds: number | null }): string {
  return oldestSeconds === null ? "" : `, ${size(bytes)}${since(oldestSeconds)}`;
}

function since(oldestSeconds: number | null): string {
  return oldestSeconds === null ? "" : `, the oldest for ${duration(oldestSeconds)}`;
}
