"use client";
import type { OrganizationView } from "@heddle/core";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useMemo } from "react";
import { useTRPC } from "@/trpc/client";
import { useViewer } from "./viewer-context";

interface Organization extends OrganizationView {
  /** Whether the person is an owner or admin of it. */
  mayManage: boolean;
}

const Context = createContext<Organization | null>(null);

/** The organisation whose settings are open. */
export function useOrganization(): Organization {
  const organization = use(Context);
  if (!organization) throw new Error("useOrganization works on pages under /[org]/settings only.");
  return organization;
}

interface OrganizationProviderProps {
  /** What the server knew when it rendered the page. */
  initial: OrganizationView;
  children: ReactNode;
}

/** Goes around the pages of an organisation. */
export function OrganizationProvider({ initial, children }: OrganizationProviderProps) {
  const trpc = useTRPC();
  const { organizations } = useViewer();
  const options = trpc.organizations.get.queryOptions({ org: initial.slug });
  const { data } = useQuery({ ...options, initialData: initial });
  const role = organizations.find(({ slug }) => slug === initial.slug)?.role ?? data.role;
  const value = useMemo(
    () => ({ ...data, role, mayManage: role === "owner" || role === "admin" }),
    [data, role],
  );
  return <Context value={value}>{children}</Context>;
}
