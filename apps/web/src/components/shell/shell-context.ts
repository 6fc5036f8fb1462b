"use client";
import { createContext, use } from "react";

export interface ShellProject {
  slug: string;
  name: string;
  organization: { slug: string; name: string };
  role: "owner" | "admin" | "member" | "viewer";
}

export interface Shell {
  /** Slugs of the URL, as procedures take them. */
  org: string;
  project: string;
  /** `/org/project`, the beginning of every link. */
  base: string;
  role: ShellProject["role"];
  viewer: { name: string; email: string };
  projects: ShellProject[];
}

export const ShellContext = createContext<Shell | null>(null);

/** The project and the person that the page is for. */
export function useShell(): Shell {
  const shell = use(ShellContext);
  if (!shell) throw new Error("useShell works on pages under /[org]/[project] only.");
  return shell;
}
