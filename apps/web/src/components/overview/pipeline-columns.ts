import { cn } from "../ui/cn";

/** One grid for the head and every row; columns leave as room gets short. */
export const PIPELINE_GRID = cn(
  "desk:grid desk:items-center desk:gap-x-3 desk:px-(--gutter)",
  "desk:grid-cols-[14px_minmax(96px,1fr)_208px_58px_104px]",
  "mid:grid-cols-[14px_minmax(110px,1fr)_208px_58px_48px_160px_104px]",
  "wide:grid-cols-[14px_minmax(140px,1fr)_56px_208px_58px_48px_160px_208px_76px_104px]",
);

export const HIDE_BELOW_WIDE = "max-wide:hidden";
export const HIDE_BELOW_MID = "max-mid:hidden";
