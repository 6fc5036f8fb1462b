"use client";
import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { Button } from "../ui/button";
import { Field } from "../ui/input";

type PasswordFieldProps = Omit<ComponentProps<typeof Field>, "type" | "end"> & {
  autoComplete: "current-password" | "new-password";
};

/** A password that can be looked at while it is typed, and pasted. */
export function PasswordField(props: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field
      {...props}
      type={shown ? "text" : "password"}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      end={
        <Button
          variant="quiet"
          icon
          aria-label={shown ? "Hide what is typed" : "Show what is typed"}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon size={16} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
        </Button>
      }
    />
  );
}
