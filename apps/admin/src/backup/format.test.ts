import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Header, newTally } from "./format";
import { pack, unpack } from "./gzip";
import { readBackup } from "./read-backup";
import { writeBackup } from "./write-backup";

const tables = { run: ["id", "a b"], empty: ["id"], blob: ["body"] };
const rowsOf: Record<string, string> = {
  run: "1\t\\N\n2\t\\\\.\n3\tö\\n\n",
  empty: "",
  blob: `${Array.from({ length: 400 }, (_, i) => `\\\\x${(i * 7919).toString(16)}`).join("\n")}\n`,
};

const header: Header = {
  heddle: "0.1.0",
  postgres: "18.4",
  createdAt: "2026-11-23T20:00:00.000Z",
  migrations: ["20261123100000_start"],
  months: ["2026-11"],
  sequences: [{ name: "outbox_id_seq", value: "7", called: true }],
  secret: "f00d",
  tables: Object.entries(tables).map(([name, columns]) => ({ name, columns })),
};

/** Cut into pieces of a size, as a file or a network would. */
function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* from(bytes: Buffer, size = bytes.length): AsyncGenerator<Buffer> {
  yield* pieces(bytes, Math.max(size, 1));
}

const write = (size: number) =>
  writeBackup({
    header,
    rows: ({ name }) => from(Buffer.from(rowsOf[name] ?? ""), size),
    tally: newTally(),
  });

const packFile = () => buffer(pack(write(10)));

async function read(text: AsyncIterable<Buffer>) {
  const found: Record<string, string> = {};
  const tally = newTally();
  await readBackup(text, {
    tally,
    header: async () => {},
    table: async ({ name }, rows) => {
      found[name] = (await buffer(rows)).toString();
      return found[name].split("\n").length - 1;
    },
  });
  return { found, tally };
}

test("is read as it was written, however it is cut into pieces", async () => {
  const text = await buffer(write(1000));
  for (const size of [1, 2, 3, 4, 5, 7, 64, 1000, 100_000]) {
    const { found, tally } = await read(from(text, size));
    expect(found).toEqual(rowsOf);
    expect(tally).toMatchObject({ tables: 3, rows: 403 });
  }
});

test("is read from a packed file, in pieces of any size", async () => {
  const packed = await packFile();
  for (const size of [1, 9, 10, 11, packed.length]) {
    expect((await read(unpack(from(packed, size)))).found).toEqual(rowsOf);
  }
});

test("is text that psql takes", async () => {
  const text = (await buffer(write(1000))).toString();
  expect(text).toMatch(
    /^-- Heddle backup, format 1\n-- \{.*\}\nCOPY public\."run" \("id", "a b"\) FROM stdin;\n1\t/,
  );
  expect(text).toContain("\n\\.\n-- {");
  expect(text).toContain("\nSELECT pg_catalog.setval('public.outbox_id_seq', 7, true);\n");
});

test("any changed byte is refused, of the file and of the text in it", async () => {
  const packed = await packFile();
  const text = await buffer(write(1000));
  const changed = (bytes: Buffer) =>
    fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, bits]) => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ bits;
      return copy;
    });
  await fc.assert(
    fc.asyncProperty(changed(packed), async (file) => {
      await expect(read(unpack(from(file)))).rejects.toThrow(/backup/);
    }),
    { numRuns: 1000 },
  );
  await fc.assert(
    fc.asyncProperty(changed(text), async (file) => {
      await expect(read(from(file))).rejects.toThrow(/backup/);
    }),
    { numRuns: 1000 },
  );
});

test("bits that gzip itself does not look at are covered", async () => {
  const packed = await packFile();
  for (let at = 0; at < packed.length; at += at < 12 ? 1 : 5) {
    const copy = Buffer.from(packed);
    copy[at] = (copy[at] ?? 0) ^ 128;
    await expect(read(unpack(from(copy))), `byte ${at}`).rejects.toThrow("not a whole backup");
  }
});

test("a file cut short anywhere is refused", async () => {
  const packed = await packFile();
  const text = await buffer(write(1000));
  for (let length = 0; length < packed.length; length += 3) {
    await expect(read(unpack(from(packed.subarray(0, length))))).rejects.toThrow("not a whole backup");
  }
  await expect(read(unpack(from(packed.subarray(0, -1))))).rejects.toThrow("not a whole backup");
  for (let length = 0; length < text.length; length += 7) {
    await expect(read(from(text.subarray(0, length)))).rejects.toThrow("not a whole backup");
  }
});

test.each([
  ["a zero", Buffer.from([0])],
  ["a line", Buffer.from("\n")],
  ["a lot", Buffer.alloc(2_000_000, 7)],
])("%s behind the end is refused, in the same piece or the next", async (_, more) => {
  const packed = await packFile();
  const both = Buffer.concat([packed, more]);
  await expect(read(unpack(from(both)))).rejects.toThrow("not a whole backup");
  await expect(read(unpack(from(both, packed.length)))).rejects.toThrow("not a whole backup");
});

test("a second backup behind the first is refused", async () => {
  const packed = await packFile();
  await expect(read(unpack(from(Buffer.concat([packed, packed]))))).rejects.toThrow("not a whole backup");
});

test("what is something else, or of a later format, is called so", async () => {
  const later = Buffer.from((await buffer(write(1000))).toString().replace("format 1", "format 2"));
  await expect(read(from(later))).rejects.toThrow("has format 2, and this version of Heddle reads 1");
  for (const foreign of ["", "PGDMP and so on", "x".repeat(100_000)]) {
    await expect(read(unpack(from(Buffer.from(foreign))))).rejects.toThrow("is something else altogether");
  }
});
