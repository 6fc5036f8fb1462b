import type { getRunFile } from "@heddle/core";
import { highlightCode } from "./highlight";
import type { CodeLines } from "./tokens";

type FileText = Awaited<ReturnType<typeof getRunFile>>;

/** What a page shows of a file. `codeLines` is null while the file has not arrived; `lines` counts all of them. */
interface FileView extends Omit<FileText, "text"> {
  codeLines: CodeLines | null;
}

/** A file's text in coloured pieces, so that no browser needs the grammars. */
export async function withFileLines({ text, ...file }: FileText): Promise<FileView> {
  return { ...file, codeLines: text === null ? null : await highlightCode(text, file.language) };
}
