/** Between two ways to do the same. */
export function OrDivider() {
  return (
    <div className="flex items-center gap-3 text-11 text-ink-3">
      <span aria-hidden className="h-px flex-1 bg-line" />
      or
      <span aria-hidden className="h-px flex-1 bg-line" />
    </div>
  );
}
