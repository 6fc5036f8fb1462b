"use client";
import { cn } from "./cn";

interface SegmentedProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; title?: string }[];
  onChange: (value: Value) => void;
}

/** A few choices side by side, one of which is on. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  return (
    <fieldset className="inline-flex h-[26px] overflow-hidden rounded-2 border border-line-strong bg-bg text-12">
      <legend className="sr-only">{props.label}</legend>
      {props.options.map(({ value, label, title }) => (
        <button
          key={value}
          type="button"
          title={title}
          aria-pressed={value === props.value}
          onClick={() => props.onChange(value)}
          className={cn(
            "flex items-center border-r border-line px-2.25 -outline-offset-2 last:border-r-0",
            value === props.value ? "bg-active font-medium text-ink" : "text-ink-2 hover:bg-hover",
          )}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
