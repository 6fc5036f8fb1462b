"use client";
import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { Button } from "./button";
import { cn } from "./cn";

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  /** Room for long lines, where the screen has it. */
  wide?: boolean;
  children?: ReactNode;
}

/** A window over the page. */
export function Dialog({ open, onOpenChange, title, description, wide, children }: DialogProps) {
  const before = useRef<HTMLElement | null>(null);
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-50 bg-scrim" />
        <Primitive.Content
          aria-describedby={description ? undefined : ""}
          onOpenAutoFocus={({ currentTarget }) => {
            const opener = document.activeElement;
            const inside = currentTarget instanceof Node && currentTarget.contains(opener);
            before.current = opener instanceof HTMLElement && !inside ? opener : null;
          }}
          onCloseAutoFocus={(event) => {
            // It would go to a trigger of the dialog's own, and there is none.
            if (before.current) event.preventDefault();
            before.current?.focus({ preventScroll: true });
          }}
          className={cn(
            "fixed top-[84px] left-1/2 z-50 flex max-h-[calc(100dvh-104px)] -translate-x-1/2 flex-col overflow-y-auto rounded-4 border border-line-strong bg-raised p-4 shadow-float",
            wide ? "w-[min(760px,calc(100vw-32px))]" : "w-[min(440px,calc(100vw-32px))]",
          )}
        >
          <div className="flex items-start gap-2">
            <Primitive.Title className="min-w-0 flex-1 text-14 font-semibold break-words">
              {title}
            </Primitive.Title>
            <Primitive.Close asChild>
              <Button variant="quiet" size="sm" icon aria-label="Close">
                <X size={16} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
              </Button>
            </Primitive.Close>
          </div>
          {description ? (
            <Primitive.Description className="mt-1 text-13 break-words text-ink-2">
              {description}
            </Primitive.Description>
          ) : null}
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

interface ConfirmDialogProps extends Pick<DialogProps, "open" | "onOpenChange" | "title" | "description"> {
  /** What the button does, as a verb: "Revoke key". */
  action: string;
  pending?: boolean;
  onConfirm: () => void;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ action, pending, onConfirm, ...rest }: ConfirmDialogProps) {
  return (
    <Dialog {...rest}>
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={() => rest.onOpenChange(false)}>Cancel</Button>
        <Button variant="danger" disabled={pending} onClick={onConfirm}>
          {pending ? "Working…" : action}
        </Button>
      </div>
    </Dialog>
  );
}
