import { createUserFor, listUsers, resetPasswordFor, setOperator } from "@heddle/core";
import { Argument, type Command, Option } from "commander";
import { addPasswordOptions, type PasswordOptions, wayIn } from "../input/password";
import { withInstance } from "../instance/with-instance";
import { print, printJson, printTable } from "../output/print";
import { age } from "../output/units";
import { ROLES, type RoleOption } from "./organization";

interface CreateOptions extends PasswordOptions {
  name?: string;
  organization?: string;
  role: RoleOption;
  json?: boolean;
}

interface Entry {
  email: string;
  link: { link: string; expiresAt: string } | null;
}

export function addUser(program: Command): void {
  const noun = program.command("user").description("people who can sign in");
  addCreate(noun);
  addList(noun);
  addResetPassword(noun);
  addOperator(noun);
}

function addCreate(noun: Command): void {
  const create = noun
    .command("create <email>")
    .description("make an account; prints a link under which its owner sets a password")
    .option("--name <name>", "what others call them; the beginning of the address if left out")
    .option("--organization <organisation>", "make them a member of it")
    .addOption(new Option("--role <role>", "what they may do in it").choices(ROLES).default("member"));
  addPasswordOptions(create)
    .option("--json", "answer as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  heddle-admin user create ada@example.org --organization acme --role admin",
    )
    .action(async (email: string, options: CreateOptions, command: Command) => {
      const { organization: org, role, name = email.split("@")[0] ?? email } = options;
      await withInstance(command, async ({ ctx, instance }) => {
        const chosen = await wayIn(options, instance);
        const membership = org === undefined ? null : { org, role };
        const input = { email, name, membership };
        const made = await createUserFor({ ctx, input, wayIn: chosen.wayIn });
        if (options.json) return printJson({ ...made, password: chosen.generated });
        print(`Made an account for ${made.name}, ${made.email}.`);
        printEntry(made, chosen.generated);
      });
    });
}

function addList(noun: Command): void {
  noun
    .command("list [organisation]")
    .description("the people of one organisation, or all who have an account")
    .option("--json", "answer as JSON")
    .addHelpText("after", "\nExample:\n  heddle-admin user list acme")
    .action(async (org: string | undefined, { json }: { json?: boolean }, command: Command) => {
      const found = await withInstance(command, ({ ctx }) => listUsers({ ctx, input: { org } }));
      if (json) return printJson(found);
      const rows = found.map((one) => [
        one.email,
        one.name,
        one.hasPassword ? "yes" : "no",
        one.operator ? "yes" : "no",
        one.organizations.map((membership) => `${membership.org} (${membership.role})`).join(", "),
        age(one.createdAt),
      ]);
      printTable(
        ["e-mail", "name", "password", "operator", "organisations", "created"],
        rows,
        "There is nobody.",
      );
    });
}

function addResetPassword(noun: Command): void {
  const reset = noun
    .command("reset-password <email>")
    .description(
      "let somebody in again who lost their password; prints a link under which they set a new one",
    );
  addPasswordOptions(reset)
    .option("--json", "answer as JSON")
    .addHelpText("after", "\nExample:\n  heddle-admin user reset-password ada@example.org")
    .action(async (email: string, options: PasswordOptions & { json?: boolean }, command: Command) => {
      await withInstance(command, async ({ ctx, instance }) => {
        const chosen = await wayIn(options, instance);
        const entry = await resetPasswordFor({ ctx, input: { email }, wayIn: chosen.wayIn });
        if (options.json) return printJson({ ...entry, password: chosen.generated });
        if (!entry.link) print(`${entry.email} has a new password and is signed out everywhere.`);
        printEntry(entry, chosen.generated);
      });
    });
}

function addOperator(noun: Command): void {
  noun
    .command("operator <email>")
    .description("let somebody see the pages about the instance: inbox, queue, quarantine of all projects")
    .addArgument(new Argument("<state>", "whether they may").choices(["on", "off"]))
    .option("--json", "answer as JSON")
    .addHelpText("after", "\nExample:\n  heddle-admin user operator ada@example.org on")
    .action(async (email: string, state: string, { json }: { json?: boolean }, command: Command) => {
      const input = { email, operator: state === "on" };
      const set = await withInstance(command, ({ ctx }) => setOperator({ ctx, input }));
      if (json) return printJson({ email: set.email, operator: set.operator });
      const is = set.operator ? "an operator" : "no operator";
      print(set.changed ? `${set.email} is ${is} now.` : `${set.email} was ${is} before.`);
    });
}

function printEntry({ email, link }: Entry, generated: string | null): void {
  if (generated !== null) print(`\n  ${generated}\n\nIt is shown this once.`);
  if (!link) return;
  print(`Under this link, ${email} sets a password, once, before ${link.expiresAt}:\n\n  ${link.link}\n`);
  print("Whoever has the link has the account. Its beginning comes from PUBLIC_URL.");
}
