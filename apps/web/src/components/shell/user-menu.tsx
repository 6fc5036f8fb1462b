"use client";
import { BookOpen, Building2, Keyboard, LogOut, Server, UserRound } from "lucide-react";
import Link from "next/link";
import { signOut } from "next-auth/react";
import { useTheme } from "next-themes";
import { useTime } from "../time/time-provider";
import { Menu, MenuChoice, MenuItem, MenuSeparator } from "../ui/menu";
import { initialsOf } from "./initials";
import { useKeySheet } from "./key-sheet";
import { useViewer } from "./viewer-context";

const THEMES = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "system", label: "As the system" },
] as const;

const ICON = { size: 14, strokeWidth: 1.4, absoluteStrokeWidth: true, "aria-hidden": true } as const;

/** Who is signed in, how things look to them, and the way out. */
export function UserMenu() {
  const { person } = useViewer();
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
          aria-label={`Account of ${person.name}`}
          className="grid size-6 shrink-0 place-items-center rounded-full bg-active text-[10px] font-semibold text-ink-2 hover:text-ink max-desk:size-8"
        >
          {initialsOf(person.name)}
        </button>
      }
    >
      <div className="px-2 pt-1 pb-1.5">
        <p className="truncate text-12 font-medium">{person.name}</p>
        <p className="truncate text-11 text-ink-3">{person.email}</p>
      </div>
      <MenuSeparator />
      <MenuItem asChild>
        <Link href="/account">
          <UserRound {...ICON} />
          Profile
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href="/account/organizations">
          <Building2 {...ICON} />
          Organisations
        </Link>
      </MenuItem>
      {person.operator ? (
        <MenuItem asChild>
          <Link href="/instance">
            <Server {...ICON} />
            Instance
          </Link>
        </MenuItem>
      ) : null}
      <MenuSeparator />
      <MenuChoice label="Theme" value={shown} options={THEMES} onChange={setTheme} />
      <MenuSeparator />
      <MenuChoice label="Times" value={mode} options={zones} onChange={setMode} />
      <MenuSeparator />
      <MenuItem asChild>
        <Link href="/docs">
          <BookOpen {...ICON} />
          Documentation
        </Link>
      </MenuItem>
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
