import type { ButtonHTMLAttributes } from "react";
import { cn } from "./cn";

export interface ButtonLook {
  variant?: "primary" | "default" | "quiet" | "danger";
  size?: "md" | "sm" | "lg";
  /** Square, for a button that is only an icon; give it an `aria-label`. */
  icon?: boolean;
}

const VARIANTS = {
  primary: "border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover",
  default: "border-line-strong bg-bg text-ink hover:bg-hover active:bg-active",
  quiet: "border-transparent text-ink-2 hover:bg-hover hover:text-ink active:bg-active",
  danger: "border-line-strong bg-bg text-failed-text hover:bg-failed-soft active:bg-failed-soft",
};

const SIZES = { sm: "h-6 px-2", md: "h-7 px-2.5", lg: "h-9 px-3.5 text-13" };
const ICON_SIZES = { sm: "size-6", md: "size-7", lg: "size-9" };

/** The look of a button, for links that act like one. */
export function buttonClass({ variant = "default", size = "md", icon = false }: ButtonLook = {}): string {
  return cn(
    "inline-flex max-w-full shrink-0 items-center justify-center gap-1.5 rounded-2 border text-12 font-medium whitespace-nowrap",
    "disabled:border-line disabled:bg-hover disabled:text-ink-3 aria-disabled:text-ink-3",
    VARIANTS[variant],
    icon ? ICON_SIZES[size] : SIZES[size],
  );
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & ButtonLook;

/** A button; 28 px, `sm` 24 px, `lg` 36 px for the one action of a page. */
export function Button({ variant, size, icon, className, type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={cn(buttonClass({ variant, size, icon }), className)} {...rest} />;
}
