import { cn } from "../ui/cn";

/** One grid for the head and every row, so that nothing shifts; columns leave as room gets short. */
export const RUN_GRID = cn(
  "desk:grid desk:items-center desk:gap-x-3 desk:px-(--gutter)",
  "desk:grid-cols-[14px_56px_minmax(120px,1fr)_62px_72px_176px]",
  "mid:grid-cols-[14px_56px_minmax(110px,1fr)_62px_72px_176px_104px_minmax(90px,1.2fr)]",
  "wide:grid-cols-[14px_56px_minmax(140px,1fr)_62px_84px_72px_176px_112px_minmax(160px,1.5fr)]",
);

export const HIDE_BELOW_WIDE = "max-wide:hidden";
export const HIDE_BELOW_MID = "max-mid:hidden";
