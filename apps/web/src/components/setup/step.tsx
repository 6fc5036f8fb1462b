import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../ui/cn";
import { CopyButton } from "../ui/copy-button";

interface StepProps {
  number: number;
  title: string;
  aside?: string;
  done?: boolean;
  children: ReactNode;
}

/** One of the numbered steps, with a line down to the next. */
export function Step({ number, title, aside, done = false, children }: StepProps) {
  return (
    <li className="relative flex gap-3 pb-4 not-last:before:absolute not-last:before:top-6 not-last:before:-bottom-0.5 not-last:before:left-[9.5px] not-last:before:w-px not-last:before:bg-line">
      <span
        className={cn(
          "grid size-5 shrink-0 place-items-center rounded-full border text-11 font-semibold",
          done ? "border-success text-success-text" : "border-accent bg-accent text-on-accent",
        )}
      >
        {done ? <Check size={12} strokeWidth={1.6} absoluteStrokeWidth aria-label="Done" /> : number}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap justify-between gap-x-3">
          <h2 className="font-medium">{title}</h2>
          {aside ? <span className="text-12/5 text-ink-3">{aside}</span> : null}
        </div>
        {children}
      </div>
    </li>
  );
}

/** One line to copy: a command, a key. */
export function CopyLine({
  text,
  what,
  prompt,
  aside,
}: {
  text: string;
  what: string;
  prompt?: boolean;
  aside?: string;
}) {
  return (
    <div className="mt-2 flex min-h-9 items-center gap-2 rounded-2 border border-line bg-sunken py-1 pr-1.5 pl-3">
      <code className="min-w-0 flex-1 text-12 break-all">
        {prompt ? (
          <span aria-hidden className="text-ink-3 select-none">
            ${" "}
          </span>
        ) : null}
        {text}
      </code>
      {aside ? <span className="shrink-0 text-12 text-ink-3 max-desk:hidden">{aside}</span> : null}
      <CopyButton text={text} what={what} />
    </div>
  );
}
