import { formatPercent } from "@/format/number";

/** Share of values that are missing. */
export function MissingBar({ share, width = 48 }: { share: number; width?: number }) {
  const label = `${formatPercent(share)} missing`;
  return (
    <svg width={width} height={4} role="img" aria-label={label} className="block">
      <title>{label}</title>
      <rect width={width} height={4} rx={2} fill="var(--usual)" />
      <rect width={share > 0 ? Math.max(1, share * width) : 0} height={4} rx={1} fill="var(--n500)" />
    </svg>
  );
}
