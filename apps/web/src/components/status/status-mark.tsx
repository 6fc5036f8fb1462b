import type { ReactNode } from "react";
import { STATUS, type Status } from "./status-words";

const SHAPES: Record<(typeof STATUS)[Status]["shape"], ReactNode> = {
  check: (
    <>
      <circle cx="7" cy="7" r="5.6" stroke="var(--success)" strokeWidth="1.3" />
      <path d="M4.6 7.2l1.7 1.7 3.2-3.5" stroke="var(--success)" strokeWidth="1.5" strokeLinejoin="round" />
    </>
  ),
  octagon: (
    <>
      <path d="M4.2 1h5.6L13 4.2v5.6L9.8 13H4.2L1 9.8V4.2z" fill="var(--failed)" />
      <path d="M5 5l4 4M9 5l-4 4" stroke="var(--bg)" strokeWidth="1.6" />
    </>
  ),
  arc: (
    <>
      <circle cx="7" cy="7" r="5.4" stroke="var(--running)" strokeOpacity=".28" strokeWidth="1.8" />
      <path
        className="origin-center animate-[spin_1.6s_linear_infinite]"
        d="M7 1.6a5.4 5.4 0 0 1 5.4 5.4"
        stroke="var(--running)"
        strokeWidth="1.8"
      />
      <circle cx="7" cy="7" r="1.7" fill="var(--running)" />
    </>
  ),
  diamond: (
    <>
      <path d="M7 .9L13.1 7 7 13.1.9 7z" stroke="var(--lost)" strokeWidth="1.3" strokeDasharray="2.4 1.5" />
      <circle cx="7" cy="7" r="1.7" fill="var(--lost)" />
    </>
  ),
  dash: (
    <>
      <circle cx="7" cy="7" r="5.6" stroke="var(--skipped)" strokeWidth="1.1" />
      <path d="M4.6 7h4.8" stroke="var(--skipped)" strokeWidth="1.5" />
    </>
  ),
  quiet: (
    <>
      <circle cx="7" cy="7" r="5.6" stroke="var(--skipped)" strokeWidth="1.1" />
      <path d="M4.4 7h.01M7 7h.01M9.6 7h.01" stroke="var(--skipped)" strokeWidth="1.7" />
    </>
  ),
  dots: <circle cx="7" cy="7" r="4.6" stroke="var(--skipped)" strokeWidth="1.2" strokeDasharray="1.6 2" />,
};

interface StatusMarkProps {
  status: Status;
  size?: 12 | 14;
  /** Words of its own, or `""` when the status is already written beside the mark. */
  label?: string;
}

/** Status as a shape and a colour, with words for those who see neither. */
export function StatusMark({ status, size = 14, label = STATUS[status].label }: StatusMarkProps) {
  const { shape, meaning } = STATUS[status];
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      fill="none"
      strokeLinecap="round"
      className="block shrink-0"
      role={label ? "img" : undefined}
      aria-label={label || undefined}
      aria-hidden={label ? undefined : true}
    >
      {label ? <title>{meaning ? `${label}. ${meaning}` : label}</title> : null}
      {SHAPES[shape]}
    </svg>
  );
}
