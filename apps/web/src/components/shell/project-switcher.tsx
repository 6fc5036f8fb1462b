"use client";
import { ChevronsUpDown } from "lucide-react";
import { use } from "react";
import { cn } from "../ui/cn";
import { Menu } from "../ui/menu";
import { Logo } from "./logo";
import { ShellContext } from "./shell-context";
import { SwitcherMenu } from "./switcher-menu";

interface ProjectSwitcherProps {
  /** In the rail; only the logo, on a phone; or where no project is open. */
  look?: "rail" | "compact" | "outer";
}

const ARROWS = { size: 12, strokeWidth: 1.4, absoluteStrokeWidth: true, "aria-hidden": true } as const;

/** Says which project this is and leads to the others, to their organisations and to new ones. */
export function ProjectSwitcher({ look = "rail" }: ProjectSwitcherProps) {
  const shell = use(ShellContext);
  const compact = look === "compact";
  if (!shell) {
    return (
      <Menu
        trigger={
          <button
            type="button"
            className="flex h-7 items-center gap-1 rounded-2 px-2 text-ink-2 hover:bg-hover"
          >
            Projects
            <ChevronsUpDown {...ARROWS} className="text-ink-3" />
          </button>
        }
      >
        <SwitcherMenu />
      </Menu>
    );
  }
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`Project ${shell.name}, switch`}
          className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-2 px-2 hover:bg-hover folded:justify-center folded:px-0"
        >
          <Logo />
          <span className={cn("min-w-0 flex-1 text-left folded:hidden", compact && "hidden")}>
            <span className="block truncate text-13/[15px] font-semibold">{shell.name}</span>
            <span className="block truncate text-11/[14px] text-ink-3">{shell.organizationName}</span>
          </span>
          <ChevronsUpDown {...ARROWS} className={cn("text-ink-3 folded:hidden", compact && "hidden")} />
        </button>
      }
    >
      <SwitcherMenu base={shell.base} />
    </Menu>
  );
}
