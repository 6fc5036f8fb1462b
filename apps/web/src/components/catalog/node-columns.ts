import { cn } from "../ui/cn";

const NARROW = cn(
  "desk:grid desk:items-center desk:gap-x-3 desk:pr-4 desk:pl-(--gutter)",
  "desk:grid-cols-[minmax(140px,1.2fr)_68px_minmax(80px,1fr)_56px_104px]",
  "mid:grid-cols-[minmax(150px,1.2fr)_68px_minmax(80px,1fr)_minmax(90px,.7fr)_56px_104px]",
);

/** What a wide window has besides: module, owner, both or neither; then when the node was seen. */
const WIDE = {
  both: "wide:grid-cols-[minmax(160px,1.3fr)_68px_minmax(80px,1.3fr)_minmax(70px,.6fr)_minmax(100px,.8fr)_100px_52px_96px_56px]",
  one: "wide:grid-cols-[minmax(170px,1.3fr)_68px_minmax(90px,1.6fr)_minmax(90px,.7fr)_minmax(100px,.8fr)_56px_104px_60px]",
  none: "wide:grid-cols-[minmax(180px,1.3fr)_68px_minmax(90px,2fr)_minmax(100px,.8fr)_56px_108px_64px]",
};

/** Columns that are there only when they say something. */
export interface Shown {
  module: boolean;
  owner: boolean;
}

/** One grid for the head and every row, so that nothing shifts; columns leave as room gets short. */
export function nodeGrid({ module, owner }: Shown): string {
  return cn(NARROW, WIDE[module && owner ? "both" : module || owner ? "one" : "none"]);
}

export const FROM_WIDE = "max-wide:hidden";
export const FROM_MID = "max-mid:hidden";
