import type { ShapeKind } from "./node-words";

const PATHS: Record<ShapeKind, string> = {
  data: "M2.8 4c0-2 10.4-2 10.4 0v8c0 2-10.4 2-10.4 0zM2.8 4c0 2 10.4 2 10.4 0",
  table: "M3 3h10a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM2 6.5h12M6.5 6.5V13",
  series: "M5.5 2.5h5v11h-5zM5.5 6.2h5M5.5 9.8h5",
  scalar: "M6 2.5l-1 11M11 2.5l-1 11M2.5 6h11M2.5 10h11",
  object: "M8 1.8l5.5 3v6.4L8 14.2l-5.5-3V4.800zM2.5 4.8L8 8l5.5-3.2M8 8v6.2",
  code: "M5.5 4L2 8l3.5 4M10.5 4L14 8l-3.5 4",
};

/** What kind of value a node gives, as a picture of 12 px. */
export function ShapeIcon({ kind, className }: { kind: ShapeKind; className?: string }) {
  return (
    <svg
      aria-hidden
      width={12}
      height={12}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      <path d={PATHS[kind]} />
    </svg>
  );
}
