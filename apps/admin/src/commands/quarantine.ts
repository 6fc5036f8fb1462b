import {
  deleteQuarantined,
  findProject,
  getQuarantined,
  listQuarantine,
  type Picked,
  retryQuarantined,
} from "@heddle/core";
import { type Command, InvalidArgumentError, Option } from "commander";
import { confirm } from "../input/confirm";
import { type Place, parseProject } from "../input/place";
import { type Tools, withInstance } from "../instance/with-instance";
import { withQueue } from "../instance/with-queue";
import { print, printJson, printTable } from "../output/print";
import { age, counted, size } from "../output/units";

type Project = Place & { project: string };

interface PickOptions {
  all?: boolean;
  project?: Project;
  yes?: boolean;
  json?: boolean;
}

const SHOWN_BYTES = 2000;
const ofProject = () =>
  new Option("--project <organisation/project>", "only of this project").argParser(parseProject);

export function addQuarantine(program: Command): void {
  const noun = program
    .command("quarantine")
    .description("batches that were accepted but could not be stored, with the reason");
  addList(noun);
  addShow(noun);
  addRetry(noun);
  addDelete(noun);
}

function addList(noun: Command): void {
  noun
    .command("list")
    .description("what was put aside, the oldest first")
    .addOption(ofProject())
    .addOption(new Option("--limit <number>", "list so many").default(100).argParser(parseLimit))
    .option("--json", "answer as JSON")
    .addHelpText("after", "\nExample:\n  heddle-admin quarantine list --project acme/main")
    .action(async ({ json, project, limit }: PickOptions & { limit: number }, command: Command) => {
      const found = await withInstance(command, async (tools) =>
        listQuarantine({ ctx: tools.ctx, input: { projectId: await idOf(tools, project), limit } }),
      );
      if (json) return printJson(found);
      const rows = found.batches.map((one) => [
        one.id,
        one.org === null ? "(gone)" : `${one.org}/${one.project}`,
        size(one.bytes),
        age(one.receivedAt),
        age(one.quarantinedAt),
        one.error,
      ]);
      printTable(
        ["id", "project", "size", "received", "put aside", "error"],
        rows,
        "Nothing is in quarantine.",
      );
      const more = found.total - found.batches.length;
      if (more > 0) print(`And ${more} more: --limit ${found.total} lists all.`);
    });
}

function parseLimit(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Give a whole number from 1 to 999999.");
}

function addShow(noun: Command): void {
  noun
    .command("show <id>")
    .description("why a batch was put aside, and how its content begins")
    .option("--json", "answer as JSON")
    .addHelpText("after", "\nExample:\n  heddle-admin quarantine show 4711")
    .action(async (id: string, { json }: { json?: boolean }, command: Command) => {
      const detail = await withInstance(command, ({ ctx }) =>
        getQuarantined({ ctx, input: { id, bytes: SHOWN_BYTES } }),
      );
      if (json) return printJson({ id, ...detail });
      print(`${detail.error}\n`);
      if (detail.body === null) return print("Its content cannot be decompressed.");
      const rest = (detail.bodyBytes ?? 0) - SHOWN_BYTES;
      print(`${detail.body}${rest > 0 ? `\n… and ${size(rest)} more` : ""}`);
    });
}

function addRetry(noun: Command): void {
  noun
    .command("retry [ids...]")
    .description("put batches back into the inbox, to be stored again")
    .option("--all", "every batch in quarantine, or of the project")
    .addOption(ofProject())
    .option("--json", "answer as JSON")
    .addHelpText("after", "\nExample:\n  heddle-admin quarantine retry --all --project acme/main")
    .action(async (ids: string[], options: PickOptions, command: Command) => {
      await withInstance(command, async (tools) => {
        const input = await pick(tools, ids, options, command);
        const { batches, projectIds } = await retryQuarantined({ ctx: tools.ctx, input });
        await signal(tools, projectIds);
        if (options.json) return printJson({ retried: batches });
        print(`${counted(batches, "batch is", "batches are")} in the inbox again.`);
        if (batches > 0) {
          print("A batch that still cannot be stored is back in quarantine within half a minute.");
        }
      });
    });
}

function addDelete(noun: Command): void {
  noun
    .command("delete [ids...]")
    .description("delete batches for good; what was in them is lost")
    .option("--all", "every batch in quarantine, or of the project")
    .addOption(ofProject())
    .option("--yes", "do not ask")
    .option("--json", "answer as JSON")
    .addHelpText("after", "\nExample:\n  heddle-admin quarantine delete 4711 4712")
    .action(async (ids: string[], options: PickOptions, command: Command) => {
      await withInstance(command, async (tools) => {
        const input = await pick(tools, ids, options, command);
        const what =
          "ids" in input
            ? counted(input.ids.length, "batch", "batches")
            : `all batches${options.project ? ` of ${options.project.text}` : ""}`;
        await confirm(`This deletes ${what} that clients will not send again.`, options.yes);
        const { batches } = await deleteQuarantined({ ctx: tools.ctx, input });
        if (options.json) return printJson({ deleted: batches });
        print(`Deleted ${counted(batches, "batch", "batches")}.`);
      });
    });
}

/** Ids or --all, never both: a command that deletes must not guess. */
async function pick(
  tools: Tools,
  ids: string[],
  { all, project }: PickOptions,
  command: Command,
): Promise<Picked> {
  if (all && ids.length > 0) command.error("error: give ids or --all, not both");
  if (project && !all) command.error("error: --project goes with --all; ids say what they belong to");
  if (!all && ids.length === 0) command.error("error: give the ids of batches, or --all");
  return all ? { all, projectId: await idOf(tools, project) } : { ids };
}

async function idOf(tools: Tools, place: Project | undefined): Promise<string | undefined> {
  if (!place) return undefined;
  const { scope } = await findProject({ ctx: tools.ctx, input: place });
  return scope.projectId;
}

/** Wakes a worker. Without it they look by themselves every two seconds. */
async function signal({ instance }: Tools, projectIds: string[]): Promise<void> {
  try {
    await withQueue(instance, async (queue) => {
      for (const projectId of projectIds) await queue.enqueue("drain", { projectId });
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`The workers could not be told (${reason}); they find it by themselves within seconds.`);
  }
}
