import type { ReactNode, TextareaHTMLAttributes } from "react";
import { useId } from "react";
import { cn } from "./cn";
import { inputClass } from "./input";

type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id"> & {
  label: string;
  hint?: ReactNode;
  error?: string | null;
};

/** Several lines of text with their label, a hint, and an error that is read out with them. */
export function TextArea({ label, hint, error, className, ...rest }: TextAreaProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-12 font-medium text-ink">
        {label}
      </label>
      <textarea
        id={id}
        className={cn(inputClass, "block min-h-18 resize-y py-1.5")}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        {...rest}
      />
      {note ? (
        <p id={`${id}-note`} className={cn("mt-1 text-12", error ? "text-failed-text" : "text-ink-3")}>
          {note}
        </p>
      ) : null}
    </div>
  );
}
