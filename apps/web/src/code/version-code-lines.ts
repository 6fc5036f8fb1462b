import type { VersionCode } from "@heddle/core";
import { highlightCode } from "./highlight";
import type { CodeLines } from "./tokens";

export interface VersionCodeSide {
  path: string;
  startLine: number;
  lines: CodeLines;
}

/** Adds coloured pieces to both sides of a comparison, so that no browser needs the grammars. */
export async function versionCodeLines({ before, after, presence, hidden }: VersionCode) {
  const side = async (code: VersionCode["before"]): Promise<VersionCodeSide | null> =>
    code && {
      path: code.path,
      startLine: code.startLine,
      lines: await highlightCode(code.code, code.language),
    };
  return { before: await side(before), after: await side(after), presence, hidden };
}
