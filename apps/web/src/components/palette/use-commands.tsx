"use client";
import { Clock, Keyboard, Link2, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { signOut } from "next-auth/react";
import { useTheme } from "next-themes";
import { useKeySheet } from "../shell/key-sheet";
import { useTime } from "../time/time-provider";
import type { Deed, Item } from "./item";

/** What can be done on every page. */
export function useCommands(): Item[] {
  const { setTheme } = useTheme();
  const { mode, setMode } = useTime();
  const sheet = useKeySheet();
  const command = (label: string, icon: typeof Clock, deed: Deed, keys?: string): Item => ({
    ...{ id: `command ${label}`, kind: "action", label, detail: "", mark: { icon } },
    ...{ deed, actions: [], keys },
  });
  const here = () => `${window.location.pathname}${window.location.search}`;
  return [
    command("Copy link to this page", Link2, typeof window === "undefined" ? { copy: "" } : { copy: here() }),
    command("Show all keys", Keyboard, { act: sheet.open }, "?"),
    command("Light theme", Sun, { act: () => setTheme("light") }),
    command("Dark theme", Moon, { act: () => setTheme("dark") }),
    command("Theme as the system", Monitor, { act: () => setTheme("system") }),
    mode === "utc"
      ? command("Times in local time", Clock, { act: () => setMode("local") })
      : command("Times in UTC", Clock, { act: () => setMode("utc") }),
    command("Sign out", LogOut, { act: () => void signOut({ callbackUrl: "/signin" }) }),
  ];
}
