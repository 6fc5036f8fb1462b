"use client";
import { Keyboard, LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { useTheme } from "next-themes";
import { useTime } from "../time/time-provider";
import { Menu, MenuChoice, MenuItem, MenuSeparator } from "../ui/menu";
import { initialsOf } from "./initials";
import { useKeySheet } from "./key-sheet";
import { useShell } from "./shell-context";

const THEMES = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "system", label: "As the system" },
] as const;

const ICON = { size: 14, strokeWidth: 1.4, absoluteStrokeWidth: true, "aria-hidden": true } as const;

/** Who is signed in, how things look to them, and the way out. */
export function UserMenu() {
  const { viewer } = useShell();
  const { theme, setTheme } = useTheme();
  const { mode, setMode, localZone } = useTime();
  const { open } = useKeySheet();
  const shown = THEMES.find(({ value }) => value === theme)?.value ?? "system";
  const zones = [
    { value: "local", label: `Local, ${localZone.replaceAll("_", " ")}` },
    { value: "utc", label: "UTC" },
  ] as const;

  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`Account of ${viewer.name}`}
          className="grid size-6 shrink-0 place-items-center rounded-full bg-active text-[10px] font-semibold text-ink-2 hover:text-ink max-desk:size-8"
        >
          {initialsOf(viewer.name)}
        </button>
      }
    >
      <div className="px-2 pt-1 pb-1.5">
        <p className="truncate text-12 font-medium">{viewer.name}</p>
        <p className="truncate text-11 text-ink-3">{viewer.email}</p>
      </div>
      <MenuSeparator />
      <MenuChoice label="Theme" value={shown} options={THEMES} onChange={setTheme} />
      <MenuSeparator />
      <MenuChoice label="Times" value={mode} options={zones} onChange={setMode} />
      <MenuSeparator />
      <MenuItem onSelect={open}>
        <Keyboard {...ICON} />
        Keyboard shortcuts
      </MenuItem>
      <MenuItem onSelect={() => void signOut({ callbackUrl: "/signin" })}>
        <LogOut {...ICON} />
        Sign out
      </MenuItem>
    </Menu>
  );
}
