import { cn } from "./cn";

/** A grey stand-in of the size that the content will have; give width and height by class. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden className={cn("inline-block h-2.5 rounded-[2px] bg-n100 align-middle", className)} />
  );
}
