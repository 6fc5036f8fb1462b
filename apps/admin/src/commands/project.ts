import { createProject, findOrganization, listInstanceProjects } from "@heddle/core";
import type { Command } from "commander";
import { withInstance } from "../instance/with-instance";
import { print, printJson, printTable } from "../output/print";
import { age, counted } from "../output/units";

interface CreateOptions {
  slug?: string;
  description?: string;
  json?: boolean;
}

export function addProject(program: Command): void {
  const noun = program.command("project").description("projects of organisations");
  addCreate(noun);
  addList(noun);
}

function addCreate(noun: Command): void {
  noun
    .command("create <organisation> <name>")
    .description("make a project")
    .option("--slug <address>", "its part of addresses; made from the name if left out")
    .option("--description <text>", "what it is for")
    .option("--json", "answer as JSON")
    .addHelpText("after", '\nExample:\n  heddle-admin project create acme "Nightly features"')
    .action(
      async (org: string, name: string, { json, slug, description }: CreateOptions, command: Command) => {
        const made = await withInstance(command, async ({ ctx }) =>
          createProject({
            ctx: await findOrganization({ ctx, input: { org } }),
            input: { name, slug, description },
          }),
        );
        if (json) return printJson({ id: made.id, org, project: made.slug, name });
        print(`Made the project ${name}, address ${org}/${made.slug}.`);
      },
    );
}

function addList(noun: Command): void {
  noun
    .command("list [organisation]")
    .description("the projects of one organisation, or all, deleted ones until they are gone")
    .option("--json", "answer as JSON")
    .addHelpText("after", "\nExample:\n  heddle-admin project list acme")
    .action(async (org: string | undefined, { json }: { json?: boolean }, command: Command) => {
      const found = await withInstance(command, ({ ctx }) => listInstanceProjects({ ctx, input: { org } }));
      if (json) return printJson(found);
      const rows = found.map((one) => [
        `${one.org}/${one.project}`,
        one.name,
        one.retentionDays === null ? "kept" : counted(one.retentionDays, "day"),
        one.deletedAt ? `deleted ${age(one.deletedAt)}` : age(one.createdAt),
      ]);
      printTable(["project", "name", "runs", "created"], rows, "There are no projects.");
    });
}
