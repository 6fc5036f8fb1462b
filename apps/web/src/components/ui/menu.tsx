"use client";
import { Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { cn } from "./cn";

const ITEM = cn(
  "relative flex h-7 cursor-default items-center gap-2 rounded-2 px-2 text-12 text-ink outline-none select-none max-desk:h-10 max-desk:text-13",
  "data-highlighted:bg-hover data-disabled:text-ink-3",
);

interface MenuProps {
  /** The one button that opens it. */
  trigger: ReactElement;
  align?: "start" | "end";
  /** Where something else, a key, opens it as well. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

/** A menu under a button. */
export function Menu({ trigger, align = "start", open, onOpenChange, children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-80 min-w-44 overflow-y-auto rounded-3 border border-line-strong bg-raised p-1 shadow-float"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export function MenuItem({ className, ...rest }: ComponentProps<typeof DropdownMenu.Item>) {
  return <DropdownMenu.Item className={cn(ITEM, className)} {...rest} />;
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Label className="px-2 pt-1.5 pb-0.5 text-11 font-medium text-ink-3">
      {children}
    </DropdownMenu.Label>
  );
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-line" />;
}

interface MenuChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** One of several, with a check at the one that is on. The menu stays open. */
export function MenuChoice<Value extends string>(props: MenuChoiceProps<Value>) {
  return (
    <DropdownMenu.RadioGroup
      value={props.value}
      onValueChange={(next) => {
        const option = props.options.find(({ value }) => value === next);
        if (option) props.onChange(option.value);
      }}
    >
      <MenuLabel>{props.label}</MenuLabel>
      {props.options.map(({ value, label }) => (
        <DropdownMenu.RadioItem
          key={value}
          value={value}
          onSelect={(event) => event.preventDefault()}
          className={cn(ITEM, "pl-7")}
        >
          <DropdownMenu.ItemIndicator className="absolute left-2">
            <Check size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
          </DropdownMenu.ItemIndicator>
          <span title={label} className="truncate">
            {label}
          </span>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
