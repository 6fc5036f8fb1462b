import { createOrganizationFor, listOrganizations, setMember } from "@heddle/core";
import { type Command, Option } from "commander";
import { withInstance } from "../instance/with-instance";
import { print, printJson, printTable } from "../output/print";
import { age } from "../output/units";

export const ROLES = ["owner", "admin", "member", "viewer"] as const;
export type RoleOption = (typeof ROLES)[number];

interface CreateOptions {
  owner: string;
  slug?: string;
  json?: boolean;
}

export function addOrganization(program: Command): void {
  const noun = program.command("organization").alias("org").description("organisations and their members");
  addCreate(noun);
  addList(noun);
  addSetMember(noun);
}

function addCreate(noun: Command): void {
  noun
    .command("create <name>")
    .description("make an organisation for somebody who has an account")
    .requiredOption("--owner <email>", "who owns it")
    .option("--slug <address>", "its part of addresses; made from the name if left out")
    .option("--json", "answer as JSON")
    .addHelpText(
      "after",
      '\nExample:\n  heddle-admin organization create "Growth Team" --owner ada@example.org',
    )
    .action(async (name: string, { owner, slug, json }: CreateOptions, command: Command) => {
      const made = await withInstance(command, ({ ctx }) =>
        createOrganizationFor({ ctx, input: { name, slug, owner } }),
      );
      if (json) return printJson(made);
      print(`Made the organisation ${made.name}, address ${made.slug}, owned by ${made.owner}.`);
    });
}

function addList(noun: Command): void {
  noun
    .command("list")
    .description("all organisations, deleted ones until they are gone")
    .option("--json", "answer as JSON")
    .addHelpText("after", "\nExample:\n  heddle-admin organization list")
    .action(async ({ json }: { json?: boolean }, command: Command) => {
      const found = await withInstance(command, ({ ctx }) => listOrganizations({ ctx }));
      if (json) return printJson(found);
      const rows = found.map((one) => [
        one.slug,
        one.name,
        String(one.projects),
        String(one.people),
        one.owners.join(" "),
        one.deletedAt ? `deleted ${age(one.deletedAt)}` : age(one.createdAt),
      ]);
      const head = ["organisation", "name", "projects", "people", "owners", "created"];
      printTable(head, rows, "There are no organisations.");
    });
}

function addSetMember(noun: Command): void {
  noun
    .command("set-member <organisation> <email>")
    .description("make somebody a member, or give a member another role")
    .addOption(new Option("--role <role>", "what they may do").choices(ROLES).makeOptionMandatory())
    .option("--json", "answer as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  heddle-admin organization set-member acme ada@example.org --role owner",
    )
    .action(
      async (
        org: string,
        email: string,
        { role, json }: { role: RoleOption; json?: boolean },
        command: Command,
      ) => {
        const member = await withInstance(command, ({ ctx }) =>
          setMember({ ctx, input: { org, email, role } }),
        );
        if (json) return printJson(member);
        print(`${member.email} is ${member.role} of ${member.org}.`);
      },
    );
}
