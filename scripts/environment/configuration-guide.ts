import type { Variable } from "./variables";

const BEGINNING = `# Configuration

<!-- Made from the schemas of the processes. Change it there, then: npx vitest run scripts/environment -u -->

Everything is set by environment variables, which each process checks when it starts: what is missing or wrong is
said in one sentence for each variable, all at once, and the process ends. A variable that is set to nothing counts
as not set. \`npm start\` passes on what it is given, and needs none of them; its own options are in \`npm start -- --help\`.
What the SDK reads is in [Getting started](getting-started.md).`;

/** Title of each part, and what is said before its table; in the order in which one reads them. */
const PARTS: Record<string, [title: string, about?: string]> = {
  needed: [
    "What each installation needs",
    "In containers, `HEDDLE_SECRET_FILE` may name a file that holds the secret, and `DATABASE_PASSWORD_FILE` one that holds the password which `DATABASE_URL` lacks. `heddle-admin` without `DATABASE_URL` works on the instance that `npm start` runs on its machine.",
  ],
  addresses: ["Addresses"],
  accounts: ["Accounts"],
  mail: ["Mail", "More in [Setting up sign-in](sign-in.md#mail)."],
  identities: [
    "Identities of outside",
    "Each service needs all of its variables. How to register them, and what a provider must offer: [Setting up sign-in](sign-in.md#services-to-sign-in-with).",
  ],
  limits: ["Limits"],
  metrics: ["Logs and metrics", "What there is to see: [Operations](operations.md#metrics)."],
};

/** docs/configuration.md. */
export function configurationGuide(variables: readonly Variable[]): string {
  const sections = Object.entries(PARTS).map(([part, [title, about]]) => {
    const rows = variables.filter((variable) => variable.part === part).map(row);
    const table = ["| variable | read by | default | what it is |", "|---|---|---|---|", ...rows];
    return [`## ${title}`, about, table.join("\n")].filter(Boolean).join("\n\n");
  });
  const homeless = variables.filter(({ part }) => !(part in PARTS));
  if (homeless.length > 0) throw new Error(`No such part: ${homeless[0]?.part} of ${homeless[0]?.name}.`);
  return `${[BEGINNING, ...sections].join("\n\n")}\n`;
}

function row({ name, readers, unset, needed, example, description }: Variable): string {
  const missing = needed ? "needed" : unset === null ? "" : `\`${unset}\``;
  const such = example === null ? "" : ` Such as \`${example}\`.`;
  return `| \`${name}\` | ${readers.join(", ")} | ${missing} | ${description}${such} |`;
}
