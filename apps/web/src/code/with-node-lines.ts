import type { NodeChange, NodeCodes, NodePage } from "@heddle/core";
import { highlightCode } from "./highlight";
import type { CodeLines } from "./tokens";

interface Code {
  code: string;
  language: string;
}

async function lined<Source extends Code>(
  source: Source | null,
): Promise<(Omit<Source, "code"> & { lines: CodeLines }) | null> {
  if (!source) return null;
  const { code, ...rest } = source;
  return { ...rest, lines: await highlightCode(code, source.language) };
}

/** A node with its code in coloured pieces, so that no browser needs the grammars. */
export async function withPageLines({ source, ...page }: NodePage) {
  return { ...page, source: await lined(source) };
}

/** The same for all codes of a node. */
export async function withCodesLines({ codes, ...rest }: NodeCodes) {
  const all = codes.map(async ({ source, ...code }) => ({ ...code, source: await lined(source) }));
  return { ...rest, codes: await Promise.all(all) };
}

/** The same for both sides of what changed. */
export async function withChangedLines({ changed, ...rest }: NodeChange) {
  const all = changed.map(async ({ before, after, ...node }) => ({
    ...node,
    before: await lined(before),
    after: await lined(after),
  }));
  return { ...rest, changed: await Promise.all(all) };
}
