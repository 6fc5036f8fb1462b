import { createHash } from "node:crypto";
import {
  type BackupTable,
  commentLine,
  copyStatement,
  countRows,
  FIRST_LINE,
  FORMAT,
  type Header,
  sequenceStatement,
  type Tally,
} from "./format";

interface Source {
  header: Header;
  /** The rows of a table as COPY writes them. */
  rows: (table: BackupTable) => AsyncIterable<Buffer>;
  /** Told of as it goes. */
  tally: Tally;
}

/** The text of a backup, piece by piece. */
export async function* writeBackup({ header, rows, tally }: Source): AsyncGenerator<Buffer> {
  const all = createHash("sha256");
  const line = (text: string): Buffer => {
    const bytes = Buffer.from(text);
    all.update(bytes);
    return bytes;
  };
  yield line(`${FIRST_LINE}${FORMAT}\n${commentLine(header)}`);
  for (const table of header.tables) {
    tally.table = table.name;
    yield line(`${copyStatement(table)};\n`);
    const before = tally.rows;
    const hash = createHash("sha256");
    for await (const chunk of rows(table)) {
      hash.update(chunk);
      tally.rows += countRows(chunk);
      tally.bytes += chunk.length;
      yield chunk;
    }
    yield line(`\\.\n${commentLine({ rows: tally.rows - before, sha256: hash.digest("hex") })}`);
    tally.tables++;
  }
  for (const sequence of header.sequences) yield line(`${sequenceStatement(sequence)};\n`);
  const end = { tables: tally.tables, rows: tally.rows, sha256: all.digest("hex") };
  yield Buffer.from(commentLine(end));
}
