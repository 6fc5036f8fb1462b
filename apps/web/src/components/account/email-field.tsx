import type { ComponentProps } from "react";
import { Field } from "../ui/input";

type EmailFieldProps = Omit<ComponentProps<typeof Field>, "type" | "label" | "autoComplete"> & {
  label?: string;
  autoComplete?: "username" | "email";
};

/** An e-mail address. Not `type="email"`: browsers then take no letters but ASCII before the @. */
export function EmailField({ label = "E-mail", autoComplete = "username", ...rest }: EmailFieldProps) {
  return (
    <Field
      label={label}
      name="email"
      type="text"
      inputMode="email"
      autoComplete={autoComplete}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      required
      maxLength={320}
      pattern=".*[^@\s]@[^@\s]+.*"
      title="name@example.org"
      {...rest}
    />
  );
}
