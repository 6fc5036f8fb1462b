"use client";
import type { Role } from "@heddle/core";
import { Check, ChevronDown } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { Button } from "../ui/button";
import { Menu } from "../ui/menu";
import { IN_ORGANIZATION, type IN_PROJECT } from "./roles";

interface RoleMenuProps {
  /** Whose role it is. */
  of: string;
  role: Role;
  /** What it can be changed to; only the word is shown when there is nothing to choose. */
  roles: readonly Role[];
  texts: typeof IN_PROJECT;
  onChange: (role: Role) => void;
}

const ICON = { strokeWidth: 1.4, absoluteStrokeWidth: true, "aria-hidden": true } as const;

/** A person's role, and the others that one may give them, each with what it allows. */
export function RoleMenu({ of, role, roles, texts, onChange }: RoleMenuProps) {
  if (roles.length === 0) return <span className="text-ink-2">{IN_ORGANIZATION[role].label}</span>;
  return (
    <Menu
      trigger={
        <Button size="sm" aria-label={`Role of ${of}: ${texts[role].label}`} className="max-desk:h-8">
          {texts[role].label}
          <ChevronDown size={12} {...ICON} className="text-ink-3" />
        </Button>
      }
    >
      <DropdownMenu.RadioGroup
        value={role}
        onValueChange={(next) => {
          const chosen = roles.find((each) => each === next);
          if (chosen && chosen !== role) onChange(chosen);
        }}
      >
        {roles.map((each) => (
          <DropdownMenu.RadioItem
            key={each}
            value={each}
            className="relative block cursor-default rounded-2 py-1 pr-3 pl-7 text-12 outline-none select-none data-highlighted:bg-hover max-desk:py-2"
          >
            <DropdownMenu.ItemIndicator className="absolute top-1.5 left-2">
              <Check size={14} {...ICON} />
            </DropdownMenu.ItemIndicator>
            <span className="block font-medium">{texts[each].label}</span>
            <span className="block text-11 text-ink-2">{texts[each].may}</span>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </Menu>
  );
}
