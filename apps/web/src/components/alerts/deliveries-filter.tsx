"use client";
import type { Channel } from "@heddle/core";
import { ChevronDown } from "lucide-react";
import { DELIVERY_FILTERS } from "@/app/[org]/[project]/alerts/search-params";
import { buttonClass } from "../ui/button";
import { cn } from "../ui/cn";
import { Menu, MenuChoice } from "../ui/menu";
import { Segmented } from "../ui/segmented";
import type { AlertsFilter } from "./alerts-filter";

const ANY = "";
const LABELS = { sent: "Sent", pending: "Waiting", failed: "Not sent" };
const STATUSES = [
  { value: "all" as const, label: "All" },
  ...DELIVERY_FILTERS.map((value) => ({ value, label: LABELS[value] })),
];

interface DeliveriesFilterProps {
  filter: AlertsFilter;
  channels: readonly Channel[];
  onChange: (change: Partial<AlertsFilter>) => void;
}

/** Which messages the list shows: by what came of them, by channel. */
export function DeliveriesFilter({ filter, channels, onChange }: DeliveriesFilterProps) {
  const chosen = channels.find(({ id }) => id === filter.channel);
  const name = filter.channel === null ? "All channels" : (chosen?.name ?? "A channel that was removed");
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Segmented
        label="Status"
        value={filter.status ?? "all"}
        options={STATUSES}
        onChange={(status) => onChange({ status: status === "all" ? null : status })}
      />
      <Menu
        align="end"
        trigger={
          <button type="button" aria-label={`Channel: ${name}`} className={cn(buttonClass(), "max-w-52")}>
            <span className="truncate">{name}</span>
            <ChevronDown size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
          </button>
        }
      >
        <MenuChoice
          label="Channel"
          value={filter.channel ?? ANY}
          options={[
            { value: ANY, label: "All channels" },
            ...channels.map((channel) => ({ value: channel.id, label: channel.name })),
          ]}
          onChange={(id) => onChange({ channel: id === ANY ? null : id })}
        />
      </Menu>
    </div>
  );
}
