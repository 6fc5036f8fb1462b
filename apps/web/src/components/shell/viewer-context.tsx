"use client";
import type { OrganizationSummary, ProjectView } from "@heddle/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { createContext, type ReactNode, use, useEffect, useMemo, useRef } from "react";
import { useTRPC } from "@/trpc/client";

export interface Viewer {
  /** `operator`: runs the instance. */
  person: { id: string; name: string; email: string; operator: boolean };
  /** Every project that they may open, by organisation. */
  projects: ProjectView[];
  /** Theirs, those they are a guest of, and deleted ones that they may restore. */
  organizations: OrganizationSummary[];
  /** Whether they may make an organisation. */
  mayCreate: boolean;
}

const Context = createContext<Viewer | null>(null);

/** The person who is signed in, and where they may go. */
export function useViewer(): Viewer {
  const viewer = use(Context);
  if (!viewer) throw new Error("useViewer needs a ViewerProvider above it.");
  return viewer;
}

interface ViewerProviderProps {
  /** What the server knew when it rendered the page. */
  initial: Viewer;
  children: ReactNode;
}

/** Layouts live on from page to page, so what one may do is asked for again with each of them. */
export function ViewerProvider({ initial, children }: ViewerProviderProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const pathname = usePathname();
  const person = useQuery({ ...trpc.projects.viewer.queryOptions(), initialData: initial.person });
  const projects = useQuery({ ...trpc.projects.list.queryOptions(), initialData: initial.projects });
  const organizations = useQuery({
    ...trpc.organizations.list.queryOptions(),
    initialData: initial.organizations,
  });
  const mayCreate = useQuery({
    ...trpc.organizations.mayCreate.queryOptions(),
    initialData: initial.mayCreate,
  });

  useEffect(() => {
    client.setQueryData(trpc.projects.viewer.queryKey(), initial.person);
    client.setQueryData(trpc.projects.list.queryKey(), initial.projects);
    client.setQueryData(trpc.organizations.list.queryKey(), initial.organizations);
  }, [client, trpc, initial]);

  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    void client.invalidateQueries(trpc.projects.list.queryFilter());
    void client.invalidateQueries(trpc.organizations.list.queryFilter());
  }, [client, trpc, pathname]);

  const value = useMemo(
    () => ({
      person: person.data,
      projects: projects.data,
      organizations: organizations.data,
      mayCreate: mayCreate.data,
    }),
    [person.data, projects.data, organizations.data, mayCreate.data],
  );
  return <Context value={value}>{children}</Context>;
}
