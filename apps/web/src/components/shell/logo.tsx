/** A heddle: the eye between the warp threads, with one thread through it. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      className="block shrink-0 text-accent"
      aria-hidden
    >
      <path d="M3 1v14M8 1v3.500M8 11.500V15M13 1v14" strokeWidth="1.3" opacity=".45" />
      <ellipse cx="8" cy="8" rx="2.3" ry="3.6" strokeWidth="1.7" />
      <path d="M1 8h4.500M10.5 8H15" strokeWidth="1.7" />
    </svg>
  );
}
