interface FileGroup<File> {
  /** "" for files that lie in no folder. */
  folder: string;
  files: { name: string; file: File }[];
}

/** Files by the folder that they lie in, both in the order of their names. */
export function groupFiles<File extends { path: string }>(files: readonly File[]): FileGroup<File>[] {
  const groups = new Map<string, FileGroup<File>>();
  for (const file of files) {
    const cut = file.path.lastIndexOf("/");
    const folder = file.path.slice(0, Math.max(0, cut));
    const group = groups.get(folder) ?? { folder, files: [] };
    group.files.push({ name: file.path.slice(cut + 1), file });
    groups.set(folder, group);
  }
  for (const group of groups.values()) group.files.sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...groups.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}
