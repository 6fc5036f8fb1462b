import type { VersionComparison } from "@heddle/core";

/** What of the code is shown. */
export type Selection = { node: string } | { file: string } | null;

/** What is shown when nothing is chosen: the first function that changed, else a file, else any code. */
export function firstChange({ functions, files, nodes }: VersionComparison): Selection {
  const [first] = functions;
  if (first) return { node: first.name };
  const [file] = files;
  if (file) return { file: file.path };
  const withCode = nodes.find(({ after, before }) => after ?? before);
  return withCode ? { node: withCode.name } : null;
}

/** What the URL asks for. */
export function wantedIn({ node, file }: { node: string | null; file: string | null }): Selection {
  if (node !== null) return { node };
  return file === null ? null : { file };
}
