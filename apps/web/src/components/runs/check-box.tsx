import { Check } from "lucide-react";
import { cn } from "../ui/cn";

/** The picture of a check box, for buttons that are one: unlike an input they leave the page its keys. */
export function CheckBox({ checked }: { checked: boolean }) {
  return (
    <span
      aria-hidden
      className={cn(
        "grid size-3.5 shrink-0 place-items-center rounded-1 border",
        checked ? "border-accent bg-accent text-on-accent" : "border-line-control text-transparent",
      )}
    >
      <Check size={10} strokeWidth={2.2} absoluteStrokeWidth />
    </span>
  );
}
