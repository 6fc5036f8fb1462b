import { cn } from "../ui/cn";

/** One grid for the head and every row, so that nothing shifts; columns leave as room gets short. */
export const NODE_GRID = cn(
  "desk:grid desk:items-center desk:gap-x-3 desk:pr-4 desk:pl-(--gutter)",
  "desk:grid-cols-[minmax(140px,1.2fr)_72px_minmax(80px,1fr)_56px_104px]",
  "mid:grid-cols-[minmax(150px,1.2fr)_72px_minmax(80px,1fr)_minmax(90px,.7fr)_56px_104px]",
  "wide:grid-cols-[minmax(170px,1.25fr)_72px_minmax(90px,1.4fr)_minmax(90px,.8fr)_minmax(90px,.8fr)_56px_108px_64px]",
);

/** The same with a column for owners. */
export const OWNED_GRID =
  "wide:grid-cols-[minmax(160px,1.25fr)_72px_minmax(80px,1.2fr)_minmax(80px,.7fr)_minmax(80px,.7fr)_96px_52px_104px_64px]";

export const FROM_WIDE = "max-wide:hidden";
export const FROM_MID = "max-mid:hidden";
