import type { InputHTMLAttributes, ReactNode } from "react";
import { useId } from "react";
import { cn } from "./cn";

export const inputClass = cn(
  "w-full rounded-2 border border-line-control bg-bg px-2.5 text-13 text-ink",
  "focus:border-accent focus:outline-none focus:ring-1 focus:ring-accent",
  "aria-invalid:border-failed disabled:bg-hover disabled:text-ink-3",
);

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "id"> & {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  /** A control at the end of the input. */
  end?: ReactNode;
};

/** An input with its label, a hint, and an error that is read out with it. */
export function Field({ label, hint, error, end, className, ...rest }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-12 font-medium text-ink">
        {label}
      </label>
      <div className="relative">
        <input
          id={id}
          className={cn(inputClass, "h-9", end ? "pr-10" : null)}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          {...rest}
        />
        {end ? <div className="absolute inset-y-0 right-1 flex items-center">{end}</div> : null}
      </div>
      {note ? (
        <p id={`${id}-note`} className={cn("mt-1 text-12", error ? "text-failed-text" : "text-ink-3")}>
          {note}
        </p>
      ) : null}
    </div>
  );
}
