/** The last part of a module's path, which tells it from its neighbours; the whole path on hover. */
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
      {module.split("/").at(-1)}
    </span>
  );
}
