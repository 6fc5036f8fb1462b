import {
  createApiKey,
  deriveKey,
  findKey,
  listApiKeys,
  listInstanceProjects,
  revokeApiKey,
} from "@heddle/core";
import { type Command, InvalidArgumentError, Option } from "commander";
import { contextOf, type Place, parsePlace } from "../input/place";
import { type Tools, withInstance } from "../instance/with-instance";
import { print, printJson, printTable } from "../output/print";
import { age } from "../output/units";

const SCOPES = ["ingest", "read", "admin"] as const;
type ScopeOption = (typeof SCOPES)[number];
const DAY_MS = 86_400_000;

interface CreateOptions {
  name: string;
  scope: ScopeOption[];
  days?: number | "never";
  json?: boolean;
}

export function addKey(program: Command): void {
  const noun = program.command("key").description("API keys of projects and organisations");
  addCreate(noun);
  addList(noun);
  addRevoke(noun);
}

function addCreate(noun: Command): void {
  noun
    .command("create")
    .description("make an API key and print it, once")
    .argument("<place>", "organisation/project, or an organisation for a key of all its projects", parsePlace)
    .requiredOption("--name <name>", "what it is for")
    .addOption(
      new Option("--scope <scopes...>", "what it may do").choices(SCOPES).default(["ingest", "read"]),
    )
    .option("--days <number>", "after how many days it ends, or never; a year if left out", parseDays)
    .option("--json", "answer as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  heddle-admin key create acme/main --name nightly --scope ingest --days 90",
    )
    .action(async (place: Place, { json, days, name, scope }: CreateOptions, command: Command) => {
      const made = await withInstance(command, async (tools) => {
        const hashingKey = deriveKey(await tools.instance.secret(), "api-key");
        const ctx = await contextOf(tools, place);
        const expiresAt = days === undefined ? undefined : endAfter(days);
        return await createApiKey({ ctx, input: { name, scopes: scope, expiresAt }, hashingKey });
      });
      if (json) return printJson({ place: place.text, ...made });
      const until = made.expiresAt ? `until ${made.expiresAt.slice(0, 10)}` : "and does not end";
      print(`Made the API key ${made.name} of ${place.text}; it may ${made.scopes.join(" and ")}, ${until}.`);
      print(`\n  ${made.key}\n\nIt is shown this once.`);
    });
}

/** Null for a key that does not end. */
function endAfter(days: number | "never"): string | null {
  return days === "never" ? null : new Date(Date.now() + days * DAY_MS).toISOString();
}

function parseDays(text: string): number | "never" {
  if (text === "never") return text;
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a number of days, or "never".');
}

function addList(noun: Command): void {
  noun
    .command("list")
    .description("the keys of a project, or of an organisation and all its projects")
    .argument("<place>", "organisation/project, or organisation", parsePlace)
    .option("--json", "answer as JSON")
    .addHelpText("after", "\nExample:\n  heddle-admin key list acme")
    .action(async (place: Place, { json }: { json?: boolean }, command: Command) => {
      const found = await withInstance(command, (tools) => listKeys(tools, place));
      if (json) return printJson(found);
      const rows = found.map((key) => [
        key.place,
        key.prefix,
        key.name,
        key.scopes.join(" "),
        key.lastUsedAt ? age(key.lastUsedAt) : "never",
        ending(key),
        key.id,
      ]);
      printTable(["place", "begins", "name", "may", "used", "ends", "id"], rows, "There are no keys.");
    });
}

async function listKeys(tools: Tools, place: Place) {
  const { org } = place;
  const places = [place];
  if (place.project === null) {
    const projects = await listInstanceProjects({ ctx: tools.ctx, input: { org } });
    for (const { project, deletedAt } of projects) {
      if (deletedAt === null) places.push({ org, project, text: `${org}/${project}` });
    }
  }
  const found = [];
  for (const one of places) {
    const keys = await listApiKeys({ ctx: await contextOf(tools, one) });
    found.push(...keys.map((key) => ({ place: one.text, ...key })));
  }
  return found;
}

function ending({ revokedAt, expiresAt }: { revokedAt: string | null; expiresAt: string | null }): string {
  if (revokedAt) return `revoked ${age(revokedAt)}`;
  if (!expiresAt) return "never";
  return new Date(expiresAt) < new Date() ? `ended ${age(expiresAt)}` : expiresAt.slice(0, 10);
}

function addRevoke(noun: Command): void {
  noun
    .command("revoke <key>")
    .description("end a key for good, by its id or its beginning (hdl_ and eight characters)")
    .option("--json", "answer as JSON")
    .addHelpText("after", "\nExample:\n  heddle-admin key revoke hdl_Jx3vQ8aZ")
    .action(async (given: string, { json }: { json?: boolean }, command: Command) => {
      const revoked = await withInstance(command, async (tools) => {
        const { id, ctx } = await findKey({ ctx: tools.ctx, input: { key: given } });
        return await revokeApiKey({ ctx, input: { id } });
      });
      if (json) return printJson(revoked);
      print(
        `The API key ${revoked.name} (${revoked.prefix}) is revoked: requests with it are refused within seconds.`,
      );
    });
}
