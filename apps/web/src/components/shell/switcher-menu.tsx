"use client";
import { Check, type LucideIcon, Plus, SlidersHorizontal } from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";
import { MenuItem, MenuLabel, MenuSeparator } from "../ui/menu";
import { groupProjects } from "./group-projects";
import { useViewer } from "./viewer-context";

const ICON = { size: 14, strokeWidth: 1.4, absoluteStrokeWidth: true, "aria-hidden": true } as const;

function Action({ href, icon: Icon, label }: { href: string; icon: LucideIcon; label: string }) {
  return (
    <MenuItem asChild>
      <Link href={href} className="text-ink-2">
        <Icon {...ICON} />
        {label}
      </Link>
    </MenuItem>
  );
}

/** Every project by organisation, with what one may do to the organisation below it. */
export function SwitcherMenu({ base }: { base?: string }) {
  const { projects, organizations, mayCreate } = useViewer();
  const groups = groupProjects(projects, organizations);
  return (
    <>
      {groups.map(({ slug, name, role, projects: own }, index) => (
        <Fragment key={slug}>
          {index > 0 ? <MenuSeparator /> : null}
          <MenuLabel>
            <span title={name} className="block truncate">
              {name}
            </span>
          </MenuLabel>
          {own.map((project) => {
            const href = `/${slug}/${project.slug}`;
            return (
              <MenuItem key={href} asChild>
                <Link href={href} aria-current={href === base ? "true" : undefined}>
                  <span className="w-3.5 shrink-0">{href === base ? <Check {...ICON} /> : null}</span>
                  <span title={project.name} className="truncate">
                    {project.name}
                  </span>
                </Link>
              </MenuItem>
            );
          })}
          {role === "owner" || role === "admin" ? (
            <Action href={`/${slug}/settings/projects?new=1`} icon={Plus} label="New project" />
          ) : null}
          {role ? (
            <Action href={`/${slug}/settings`} icon={SlidersHorizontal} label="Organisation settings" />
          ) : null}
        </Fragment>
      ))}
      {groups.length === 0 ? <MenuLabel>No project yet</MenuLabel> : null}
      {mayCreate ? (
        <>
          <MenuSeparator />
          <Action href="/new" icon={Plus} label="New organisation" />
        </>
      ) : null}
    </>
  );
}
