"use client";
import type { Role } from "@heddle/core";
import { createContext, use } from "react";

export interface Shell {
  /** Slugs of the URL, as procedures take them. */
  org: string;
  project: string;
  /** `/org/project`, the beginning of every link. */
  base: string;
  /** What the project and its organisation are called. */
  name: string;
  organizationName: string;
  /** What the person may do in the project. */
  role: Role;
  /** Null for guests. */
  organizationRole: Role | null;
}

export const ShellContext = createContext<Shell | null>(null);

/** The project that the page is of. */
export function useShell(): Shell {
  const shell = use(ShellContext);
  if (!shell) throw new Error("useShell works on pages under /[org]/[project] only.");
  return shell;
}
