"use client";
import { Ellipsis, KeyRound, LogOut, UserMinus } from "lucide-react";
import { Button } from "../ui/button";
import { Menu, MenuItem } from "../ui/menu";

interface MemberActionsProps {
  name: string;
  /** Each left out where the viewer may not. */
  onResetLink?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
  onLeave?: (() => void) | undefined;
}

const ICON = { size: 14, strokeWidth: 1.4, absoluteStrokeWidth: true, "aria-hidden": true } as const;

/** What can be done to one person. */
export function MemberActions({ name, onResetLink, onRemove, onLeave }: MemberActionsProps) {
  if (!onResetLink && !onRemove && !onLeave) return null;
  return (
    <Menu
      align="end"
      trigger={
        <Button size="sm" variant="quiet" icon aria-label={`More for ${name}`} className="max-desk:size-8">
          <Ellipsis {...ICON} size={16} />
        </Button>
      }
    >
      {onResetLink ? (
        <MenuItem onSelect={onResetLink}>
          <KeyRound {...ICON} />
          Password link…
        </MenuItem>
      ) : null}
      {onRemove ? (
        <MenuItem onSelect={onRemove} className="text-failed-text">
          <UserMinus {...ICON} />
          Remove…
        </MenuItem>
      ) : null}
      {onLeave ? (
        <MenuItem onSelect={onLeave} className="text-failed-text">
          <LogOut {...ICON} />
          Leave…
        </MenuItem>
      ) : null}
    </Menu>
  );
}
