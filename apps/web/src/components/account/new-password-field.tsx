"use client";
import type { Owner } from "@heddle/core/password-rules";
import { useState } from "react";
import { cn } from "../ui/cn";
import { PasswordField } from "./password-field";
import { strengthOf } from "./password-strength";

interface NewPasswordFieldProps {
  label?: string;
  name?: string;
  /** Whose it is going to be, as far as it is known. */
  owner?: Owner;
  error?: string | null;
  /** Called when what was refused is changed. */
  onEdit?: () => void;
  autoFocus?: boolean;
}

const PARTS = [1, 2, 3, 4] as const;
const TONES = ["bg-line", "bg-failed", "bg-warning", "bg-success", "bg-success"] as const;

/** A new password, and how hard it would be to guess. */
export function NewPasswordField({
  label = "Password",
  name = "password",
  owner = {},
  error,
  onEdit,
  ...rest
}: NewPasswordFieldProps) {
  const [password, setPassword] = useState("");
  const { level, words } = strengthOf(password, owner);
  return (
    <PasswordField
      {...rest}
      error={error}
      label={label}
      name={name}
      autoComplete="new-password"
      required
      maxLength={1024}
      value={password}
      onChange={(event) => {
        setPassword(event.target.value);
        if (error) onEdit?.();
      }}
      hint={
        <span className="block">
          <span aria-hidden className="mt-1.5 mb-1 flex gap-1">
            {PARTS.map((part) => (
              <span
                key={part}
                className={cn("h-1 flex-1 rounded-full", part <= level ? TONES[level] : "bg-line")}
              />
            ))}
          </span>
          <span aria-live="polite">{words}</span>
        </span>
      }
    />
  );
}
