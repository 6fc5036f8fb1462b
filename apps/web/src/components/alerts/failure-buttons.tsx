"use client";
import type { FailureSummary } from "@heddle/core";
import { Bell, BellOff, Check, Undo2 } from "lucide-react";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { Kbd } from "../ui/kbd";
import { Menu, MenuItem, MenuLabel } from "../ui/menu";
import { failureTitle } from "./failure-words";
import type { FailureActions } from "./use-failure-actions";

const ICON = { size: 14, strokeWidth: 1.4, absoluteStrokeWidth: true, "aria-hidden": true } as const;

const MUTES = [
  { hours: 1, label: "1 hour" },
  { hours: 24, label: "1 day" },
  { hours: 7 * 24, label: "7 days" },
];

interface FailureButtonsProps {
  failure: FailureSummary;
  actions: FailureActions;
  muteOpen: boolean;
  onMuteOpen: (open: boolean) => void;
  /** In a row: icons only. On the page: with words and keys. */
  look: "row" | "page";
}

const TALL = "max-desk:h-9 max-desk:flex-1 max-desk:text-13";

/** Acknowledge and mute, or take either back. Nothing for what has recovered. */
export function FailureButtons(props: FailureButtonsProps) {
  if (!props.actions.mayEdit || props.failure.state === "recovered") return null;
  return (
    <>
      <MuteButton {...props} />
      <AcknowledgeButton {...props} />
    </>
  );
}

function AcknowledgeButton({ failure, actions, look }: FailureButtonsProps) {
  const { acknowledgedAt, id } = failure;
  const taken = acknowledgedAt !== null;
  const verb = taken ? "Take back" : "Acknowledge";
  const Icon = taken ? Undo2 : Check;
  const page = look === "page";
  return (
    <Button
      variant={page && !taken ? "primary" : "default"}
      size={page ? "md" : "sm"}
      icon={!page}
      disabled={actions.pending}
      title={page ? undefined : taken ? "Take the acknowledgement back" : "Acknowledge (a)"}
      aria-label={page ? undefined : `${verb}: ${failureTitle(failure)}`}
      onClick={() => actions.acknowledge(id, !taken)}
      className={cn(page && TALL, "max-desk:order-first")}
    >
      <Icon {...ICON} />
      {page ? verb : null}
      {page && !taken ? <KeyHint>a</KeyHint> : null}
    </Button>
  );
}

function MuteButton({ failure, actions, muteOpen, onMuteOpen, look }: FailureButtonsProps) {
  const page = look === "page";
  const buttonLook = { size: page ? "md" : "sm", icon: !page, className: cn(page && TALL) } as const;
  if (failure.state === "muted") {
    return (
      <Button
        {...buttonLook}
        disabled={actions.pending}
        title={page ? undefined : "Unmute"}
        aria-label={page ? undefined : `Unmute: ${failureTitle(failure)}`}
        onClick={() => actions.mute(failure.id, null)}
      >
        <Bell {...ICON} />
        {page ? "Unmute" : null}
      </Button>
    );
  }
  return (
    <Menu
      align="end"
      open={muteOpen}
      onOpenChange={onMuteOpen}
      trigger={
        <Button
          {...buttonLook}
          title={page ? undefined : "Mute (m)"}
          aria-label={page ? undefined : `Mute: ${failureTitle(failure)}`}
        >
          <BellOff {...ICON} />
          {page ? "Mute" : null}
          {page ? <KeyHint>m</KeyHint> : null}
        </Button>
      }
    >
      <MenuLabel>Send no messages for</MenuLabel>
      {MUTES.map(({ hours, label }) => (
        <MenuItem key={hours} onSelect={() => actions.mute(failure.id, hours)}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}

function KeyHint({ children }: { children: string }) {
  return (
    <span aria-hidden className="max-desk:hidden">
      <Kbd>{children}</Kbd>
    </span>
  );
}
