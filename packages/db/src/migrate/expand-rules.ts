/** A statement that the version before could not live with, or that would keep it waiting. */
export interface Offence {
  statement: string;
  why: string;
}

interface Rule {
  pattern: RegExp;
  why: string;
  /** The name of the table is its first group; one that the same migration makes is nobody's yet. */
  unlessNew?: boolean;
}

const ALTER = /ALTER TABLE (?:ONLY )?(?:IF EXISTS )?"?(\w+)"? /.source;
const alter = (change: string) => new RegExp(`^${ALTER}.*${change}`, "i");

const RULES: Rule[] = [
  {
    pattern: /\bDROP (TABLE|COLUMN|DEFAULT|VIEW|FUNCTION|SCHEMA|TYPE|ROLE)\b/i,
    why: "the version before uses it",
  },
  { pattern: /\bRENAME\b|^REVOKE\b|^TRUNCATE\b/i, why: "the version before knows it as it was" },
  {
    pattern: alter("ADD COLUMN (?:(?!DEFAULT|, ADD ).)*NOT NULL(?:(?!DEFAULT|, ADD ).)*(?:$|, ADD )"),
    why: "the version before inserts rows without it: give it a DEFAULT",
    unlessNew: true,
  },
  {
    pattern: alter("ADD COLUMN .*(\\w+\\(\\)|SERIAL|GENERATED)"),
    why: "each row is written anew under a lock: add it without a value",
    unlessNew: true,
  },
  { pattern: alter("SET NOT NULL"), why: "each row is read under a lock", unlessNew: true },
  {
    pattern: alter("ALTER COLUMN \\S+ (SET DATA )?TYPE"),
    why: "each row is written anew under a lock",
    unlessNew: true,
  },
  {
    pattern: alter("ADD (CONSTRAINT|CHECK|FOREIGN|UNIQUE|PRIMARY)(?!.*NOT VALID)"),
    why: "each row is read under a lock: say NOT VALID, and validate it in the migration after",
    unlessNew: true,
  },
  { pattern: /\bCONCURRENTLY\b/i, why: "it cannot run in the migration's transaction" },
  {
    pattern: /^CREATE (?:UNIQUE )?INDEX .*?\bON (?:ONLY )?"?(\w+)"?/i,
    why: "nothing is written to the table while it is built",
    unlessNew: true,
  },
  { pattern: /^(?:UPDATE|DELETE FROM) "?(\w+)"?/i, why: "it locks every row until the end", unlessNew: true },
  { pattern: /^(LOCK|CLUSTER|VACUUM)\b/i, why: "it keeps everybody else waiting" },
];

/** What precedes a statement that is in order although it breaks a rule: why this does no harm. */
const EXCUSE = /^-- While serving: \S.{20,}$/m;
const NEW_TABLE = /^CREATE TABLE (?:IF NOT EXISTS )?"?(\w+)"?/i;

/** What of a migration's SQL does not go together with a version before it that still serves. */
export function offencesOf(sql: string): Offence[] {
  const pieces = split(sql).map((text) => ({ excused: EXCUSE.test(text), statement: plain(text) }));
  const made = new Set(pieces.flatMap(({ statement }) => NEW_TABLE.exec(statement)?.[1] ?? []));
  return pieces.flatMap(({ excused, statement }) => {
    const broken = RULES.find(({ pattern, unlessNew }) => {
      const found = pattern.exec(statement);
      return found !== null && !(unlessNew && made.has(found[1] ?? ""));
    });
    return broken && !excused ? [{ statement, why: broken.why }] : [];
  });
}

/** Each statement with the comments before it. A body between dollars is part of its statement. */
function split(sql: string): string[] {
  const piece = /(?:--[^\n]*|\$(\w*)\$[\s\S]*?\$\1\$|'(?:[^']|'')*'|[^;])+/g;
  return [...sql.matchAll(piece)].map(([text]) => text.trim());
}

function plain(text: string): string {
  return text
    .replace(/--[^\n]*/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
