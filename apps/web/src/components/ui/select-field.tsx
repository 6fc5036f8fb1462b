import { ChevronDown } from "lucide-react";
import { type ReactNode, type SelectHTMLAttributes, useId } from "react";

type SelectFieldProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, "id"> & {
  label: string;
  hint?: ReactNode;
  /** The options. */
  children: ReactNode;
};

/** The browser's own select, which every device knows how to open, with its label. */
export function SelectField({ label, hint, className, children, ...rest }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-12 font-medium text-ink">
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          aria-describedby={hint ? `${id}-note` : undefined}
          className="h-9 w-full appearance-none truncate rounded-2 border border-line-control bg-bg pr-8 pl-2.5 text-13 text-ink focus:border-accent focus:ring-1 focus:ring-accent focus:outline-none"
          {...rest}
        >
          {children}
        </select>
        <ChevronDown
          size={14}
          strokeWidth={1.4}
          absoluteStrokeWidth
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-3"
        />
      </div>
      {hint ? (
        <p id={`${id}-note`} className="mt-1 text-12 text-ink-3">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
