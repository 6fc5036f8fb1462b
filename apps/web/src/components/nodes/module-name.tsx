/** The last part of a module's path, which tells it from its neighbours. */
export function shortModule(module: string): string {
  return module.split("/").at(-1) || module;
}

/** A module by the last part of its path; the whole path on hover. */
export function ModuleName({
  module,
  className = "text-ink-2",
}: {
  module: string | null;
  className?: string;
}) {
  if (module === null) return null;
  return (
    <span title={module} className={className}>
      {shortModule(module)}
    </span>
  );
}
