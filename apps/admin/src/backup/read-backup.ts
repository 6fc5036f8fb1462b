import { createHash } from "node:crypto";
import type { z } from "zod";
import { Refusal } from "../refusal";
import { damaged } from "./damaged";
import {
  type BackupTable,
  COMMENT,
  copyStatement,
  countRows,
  endSchema,
  FIRST_LINE,
  FORMAT,
  type Header,
  headerSchema,
  sequenceStatement,
  type Tally,
  tableEndSchema,
} from "./format";
import { TextReader } from "./text-reader";

interface Sink {
  header(header: Header): Promise<void>;
  /** Must read the rows to their end; says how many it took. */
  table(table: BackupTable, rows: AsyncIterable<Buffer>): Promise<number>;
  /** Told of as it goes. */
  tally: Tally;
}

/**
 * Reads the text of a backup, and throws a `Refusal` unless every byte of it is as it was written. What it
 * gives away before it returns is not vouched for yet.
 */
export async function readBackup(text: AsyncIterable<Buffer>, sink: Sink): Promise<Header> {
  const reader = new TextReader(text);
  const all = createHash("sha256");
  const line = async (): Promise<string> => {
    const read = await reader.line();
    all.update(`${read}\n`);
    return read;
  };
  const { tally } = sink;
  checkFormat(await line());
  const header = parse(await line(), headerSchema);
  await sink.header(header);
  for (const table of header.tables) {
    tally.table = table.name;
    expectLine(await line(), `${copyStatement(table)};`);
    const before = tally.rows;
    const hash = createHash("sha256");
    const taken = await sink.table(table, watched(reader.rows(), hash, tally));
    all.update("\\.\n");
    const end = parse(await line(), tableEndSchema);
    if (end.sha256 !== hash.digest("hex") || end.rows !== tally.rows - before || end.rows !== taken) {
      throw damaged(`the rows of ${table.name} are not those that were written`);
    }
    tally.tables++;
  }
  for (const sequence of header.sequences) expectLine(await line(), `${sequenceStatement(sequence)};`);
  const sum = all.digest("hex");
  const end = parse(await reader.line(), endSchema);
  if (end.sha256 !== sum || end.rows !== tally.rows || end.tables !== tally.tables) {
    throw damaged("its sums are wrong");
  }
  await reader.end();
  return header;
}

async function* watched(
  rows: AsyncIterable<Buffer>,
  hash: ReturnType<typeof createHash>,
  tally: Tally,
): AsyncGenerator<Buffer> {
  for await (const chunk of rows) {
    hash.update(chunk);
    tally.rows += countRows(chunk);
    tally.bytes += chunk.length;
    yield chunk;
  }
}

function checkFormat(first: string): void {
  if (!first.startsWith(FIRST_LINE)) throw damaged("it was not made by heddle-admin backup");
  const format = first.slice(FIRST_LINE.length);
  if (format === String(FORMAT)) return;
  throw new Refusal(
    `This backup has format ${format}, and this version of Heddle reads ${FORMAT}. Restore it with the version that made it, or a later one.`,
  );
}

function expectLine(found: string, wanted: string): void {
  if (found !== wanted) throw damaged("a part of it is missing or in the wrong place");
}

function parse<T extends z.ZodType>(text: string, schema: T): z.output<T> {
  try {
    return schema.parse(JSON.parse(text.startsWith(COMMENT) ? text.slice(COMMENT.length) : ""));
  } catch {
    throw damaged("a line of it cannot be read");
  }
}
