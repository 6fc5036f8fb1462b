"use client";
import { Check, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { cn } from "../ui/cn";
import { Menu, MenuItem, MenuLabel } from "../ui/menu";
import { Logo } from "./logo";
import { useShell } from "./shell-context";

/** Says which project this is and leads to the others. */
export function ProjectSwitcher({ compact = false }: { compact?: boolean }) {
  const { base, projects, org, project } = useShell();
  const current = projects.find(({ slug, organization }) => slug === project && organization.slug === org);
  const words = cn("min-w-0 flex-1 text-left folded:hidden", compact && "hidden");
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`Project ${current?.name ?? project}, switch`}
          className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-2 px-2 hover:bg-hover folded:justify-center folded:px-0"
        >
          <Logo />
          <span className={words}>
            <span className="block truncate text-13/[15px] font-semibold">{current?.name ?? project}</span>
            <span className="block truncate text-11/[14px] text-ink-3">
              {current?.organization.name ?? org}
            </span>
          </span>
          <ChevronsUpDown
            size={12}
            strokeWidth={1.4}
            absoluteStrokeWidth
            aria-hidden
            className={cn("text-ink-3 folded:hidden", compact && "hidden")}
          />
        </button>
      }
    >
      <MenuLabel>Projects</MenuLabel>
      {projects.map((each) => {
        const href = `/${each.organization.slug}/${each.slug}`;
        return (
          <MenuItem key={href} asChild>
            <Link href={`${href}/runs`} aria-current={href === base ? "true" : undefined}>
              <span className="w-3.5 shrink-0">
                {href === base ? <Check size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden /> : null}
              </span>
              <span className="truncate">{each.name}</span>
              <span className="ml-auto truncate pl-4 text-11 text-ink-3">{each.organization.name}</span>
            </Link>
          </MenuItem>
        );
      })}
    </Menu>
  );
}
