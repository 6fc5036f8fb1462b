interface File {
  path: string;
  nodes: { name: string }[];
}

/** The file to show: the one asked for, else that of the node, else the first that holds a node. */
export function pickFile<F extends File>(
  files: readonly F[],
  wanted: string | null,
  node: string | null,
): F | null {
  const holding = (name: string | null) => files.find(({ nodes }) => nodes.some((one) => one.name === name));
  return (
    files.find(({ path }) => path === wanted) ??
    (node === null ? undefined : holding(node)) ??
    files.find(({ nodes }) => nodes.length > 0) ??
    files[0] ??
    null
  );
}
