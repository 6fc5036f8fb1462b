import { cn } from "../ui/cn";

/** One grid for the head and every row, so that nothing shifts; columns leave as room gets short. */
export const RUN_GRID = cn(
  "desk:grid desk:items-center desk:gap-x-3 desk:pr-(--gutter)",
  "desk:grid-cols-[34px_14px_56px_minmax(100px,1fr)_62px_70px_72px_84px]",
  "mid:grid-cols-[34px_14px_56px_minmax(110px,1fr)_62px_70px_62px_84px_96px_72px]",
  "wide:grid-cols-[34px_14px_56px_minmax(110px,1.4fr)_62px_70px_62px_84px_96px_72px_minmax(60px,1fr)]",
  "min-[1400px]:grid-cols-[34px_14px_56px_minmax(120px,1.4fr)_62px_76px_70px_62px_88px_100px_72px_minmax(80px,1fr)]",
);

export const FROM_MID = "max-mid:hidden";
export const FROM_WIDE = "max-wide:hidden";
export const FROM_FULL = "max-[1399px]:hidden";
