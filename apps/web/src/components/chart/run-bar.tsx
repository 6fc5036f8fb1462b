import type { RunStatus } from "@heddle/contract";

interface RunBarProps {
  status: RunStatus;
  x: number;
  width: number;
  /** Of the strip. */
  height: number;
  /** From 0 to 1 of the height. */
  share: number;
}

const LOWEST = 3;

/** One run of a strip. Status is a shape, too: a cross, dashed frames, a shaft that fills, a flat stub. */
export function RunBar({ status, x, width, height, share }: RunBarProps) {
  const bar = (fill: string, least = LOWEST, opacity?: number) => {
    const tall = Math.max(least, share * height);
    return <rect x={x} y={height - tall} width={width} height={tall} rx={1} fill={fill} opacity={opacity} />;
  };
  const shaft = (fill: string, opacity: number) => (
    <rect x={x} width={width} height={height} rx={1} fill={fill} opacity={opacity} />
  );
  if (status === "succeeded") return bar("var(--success)", LOWEST, 0.78);
  if (status === "cancelled") return bar("var(--skipped)", 2);
  if (status === "running")
    return (
      <>
        {shaft("var(--running)", 0.18)}
        {bar("var(--running)")}
      </>
    );
  if (status === "lost" || status === "silent")
    return (
      <rect
        x={x + 0.5}
        y={0.5}
        width={width - 1}
        height={height - 1}
        rx={1}
        fill="none"
        stroke={status === "lost" ? "var(--lost)" : "var(--skipped)"}
        strokeDasharray="2 1.5"
      />
    );
  const cross = width - 2;
  const top = height - 2 - cross;
  return (
    <>
      {shaft("var(--failed)", 0.4)}
      {bar("var(--failed)", cross + 4)}
      <path
        d={`M${x + 1} ${top}l${cross} ${cross}m0 ${-cross}l${-cross} ${cross}`}
        stroke="var(--bg)"
        strokeWidth={1.1}
      />
    </>
  );
}
