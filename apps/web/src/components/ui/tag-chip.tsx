interface TagChipProps {
  /** Left out for a tag that is only a word. */
  name?: string;
  value: string;
  /** The whole of a value that is shortened. */
  whole?: string;
}

/** A tag: key in muted, value in ink. */
export function TagChip({ name, value, whole = value }: TagChipProps) {
  return (
    <span
      title={name ? `${name}: ${whole}` : whole}
      className="inline-flex h-[18px] max-w-40 items-center gap-0.75 rounded-1 border border-line px-1.25 text-11 whitespace-nowrap text-ink-2"
    >
      {name ? <span className="shrink-0 text-ink-3">{name}</span> : null}
      <span className="truncate">{value}</span>
    </span>
  );
}
