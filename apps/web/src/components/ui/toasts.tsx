"use client";
import { Toaster } from "sonner";
import { buttonClass } from "./button";
import { cn } from "./cn";

const CLASS_NAMES = {
  toast:
    "flex w-full items-center gap-2 rounded-3 font-sans border border-line-strong bg-raised px-3 py-2 text-12 text-ink shadow-float",
  title: "font-medium break-words",
  description: "text-ink-2 break-words",
  actionButton: cn(buttonClass({ size: "sm" }), "ml-auto"),
  error: "[&_svg]:text-failed",
  success: "[&_svg]:text-success",
};

/** Short news of something that was done elsewhere on the page. */
export function Toasts() {
  return <Toaster position="bottom-right" toastOptions={{ unstyled: true, classNames: CLASS_NAMES }} />;
}
