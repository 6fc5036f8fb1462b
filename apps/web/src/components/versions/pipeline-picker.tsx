"use client";
import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { Menu, MenuItem } from "../ui/menu";

/** The pipeline whose versions are shown, and the way to those of others. */
export function PipelinePicker({ pipeline, names }: { pipeline: string; names: readonly string[] }) {
  const { base } = useShell();
  const others = names.filter((name) => name !== pipeline);
  if (others.length === 0) return <span className="truncate">{pipeline}</span>;
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`Pipeline ${pipeline}, choose another`}
          className="-ml-1.5 flex min-w-0 items-center gap-1 rounded-2 px-1.5 hover:bg-hover"
        >
          <span className="truncate">{pipeline}</span>
          <ChevronDown size={14} strokeWidth={1.6} absoluteStrokeWidth aria-hidden className="text-ink-3" />
        </button>
      }
    >
      {others.map((name) => (
        <MenuItem key={name} asChild>
          <Link href={paths.versions(base, { pipeline: name })} title={name}>
            <span className="truncate">{name}</span>
          </Link>
        </MenuItem>
      ))}
    </Menu>
  );
}
