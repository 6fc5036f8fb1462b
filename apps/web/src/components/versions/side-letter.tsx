import { cn } from "../ui/cn";

/** A is then and grey, B is now and in accent. */
export function SideLetter({ side }: { side: "A" | "B" }) {
  return (
    <span
      className={cn(
        "grid size-[18px] shrink-0 place-items-center rounded-1 text-11 font-semibold",
        side === "A" ? "bg-then text-ink" : "bg-accent text-on-accent",
      )}
    >
      {side}
    </span>
  );
}
