"use client";
import { ChevronDown } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, buttonClass } from "../ui/button";
import { cn } from "../ui/cn";
import { inputClass } from "../ui/input";
import { Menu, MenuChoice } from "../ui/menu";
import { AUDIT_GROUPS, type AuditGroup } from "./audit-params";
import { type AuditLogFilter, NO_FILTER } from "./audit-query";

const ANY = "";
const TYPING_MS = 350;
const CONTROL = cn(inputClass, "h-7 px-2 text-12 max-desk:h-9");

interface AuditFilterBarProps {
  filter: AuditLogFilter;
  groups: readonly AuditGroup[];
  /** To choose from; none inside a project. */
  projects: readonly { slug: string; name: string }[];
  onChange: (change: Partial<AuditLogFilter>) => void;
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const shown = options.find((option) => option.value === value)?.label ?? value;
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`${label}: ${shown}`}
          className={cn(buttonClass(), "max-w-56 min-w-0 max-desk:h-9 max-desk:max-w-none max-desk:flex-1")}
        >
          <span className="truncate">{shown}</span>
          <ChevronDown size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
        </button>
      }
    >
      <MenuChoice label={label} value={value} options={options} onChange={onChange} />
    </Menu>
  );
}

/** Waits until the person stops typing. */
function WhoField({ value, onChange }: { value: string; onChange: (value: string | null) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text.trim() === "" ? null : text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <input
      type="search"
      aria-label="Who"
      placeholder="Who: e-mail or key"
      maxLength={200}
      value={text}
      onChange={({ target }) => setText(target.value)}
      className={cn(CONTROL, "desk:w-48")}
    />
  );
}

/** Which events the log shows: about what, by whom, in which project, between which days. */
export function AuditFilterBar({ filter, groups, projects, onChange }: AuditFilterBarProps) {
  const day = (name: "from" | "to", label: string) => (
    <label className="flex items-center gap-1.5 text-12 text-ink-2 max-desk:flex-1">
      {label}
      <input
        type="date"
        value={filter[name] ?? ""}
        onChange={({ target }) => onChange({ [name]: target.value || null })}
        className={cn(CONTROL, "desk:w-32")}
      />
    </label>
  );
  const known = projects.some(({ slug }) => slug === filter.project);
  const more = filter.project && !known ? [{ value: filter.project, label: filter.project }] : [];
  return (
    <search className="flex flex-wrap items-center gap-2 px-(--gutter) pb-3" aria-label="Filter the log">
      <Choice
        label="About"
        value={filter.about ?? ANY}
        options={[
          { value: ANY, label: "Everything" },
          ...groups.map((group) => ({ value: group, label: AUDIT_GROUPS[group] })),
        ]}
        onChange={(value) => onChange({ about: groups.find((group) => group === value) ?? null })}
      />
      {projects.length > 0 ? (
        <Choice
          label="Project"
          value={filter.project ?? ANY}
          options={[
            { value: ANY, label: "All projects" },
            ...more,
            ...projects.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
          onChange={(value) => onChange({ project: value === ANY ? null : value })}
        />
      ) : null}
      <WhoField value={filter.who ?? ""} onChange={(who) => onChange({ who })} />
      {day("from", "From")}
      {day("to", "To")}
      {Object.values(filter).some((value) => value !== null) ? (
        <Button variant="quiet" onClick={() => onChange(NO_FILTER)} className="max-desk:h-9">
          Clear
        </Button>
      ) : null}
    </search>
  );
}
