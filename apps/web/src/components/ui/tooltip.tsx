"use client";
import { Tooltip as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";

/** Once, around the whole application: after one tooltip the next ones open at once. */
export const TooltipProvider = Primitive.Provider;

interface TooltipProps {
  content: ReactNode;
  side?: "top" | "right" | "bottom" | "left";
  /** One element that takes a ref; it must be focusable to be of use from the keyboard. */
  children: ReactElement;
}

/** Words that appear beside something on hover and on focus. */
export function Tooltip({ content, side = "top", children }: TooltipProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-w-80 rounded-2 border border-line-strong bg-raised px-2 py-1 text-12 break-words text-ink shadow-float"
        >
          {content}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
