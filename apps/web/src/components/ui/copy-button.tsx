"use client";
import { Check, Copy } from "lucide-react";
import { useCopy } from "@/hooks/use-copy";
import { Button, type ButtonLook } from "./button";

interface CopyButtonProps extends Pick<ButtonLook, "variant"> {
  text: string;
  /** What is copied, for assistive technology: "API key", "traceback". */
  what: string;
}

const WORDS = { idle: "Copy", copied: "Copied", failed: "Not allowed" };

/** Copies a text to the clipboard and says so. */
export function CopyButton({ text, what, variant }: CopyButtonProps) {
  const { state, copy } = useCopy();
  const Icon = state === "copied" ? Check : Copy;
  return (
    <Button size="sm" variant={variant} aria-label={`Copy ${what}`} onClick={() => void copy(text)}>
      <Icon size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
      <span aria-live="polite" className="min-w-11 text-left">
        {WORDS[state]}
      </span>
    </Button>
  );
}
