"use client";
import type { Role } from "@heddle/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";

interface Wanted {
  org: string;
  /** Null for the whole organisation. */
  project: string | null;
  role: Role;
  email: string | null;
  days: number;
}

/** Makes an invitation to an organisation or to one of its projects. */
export function useInvite() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries(trpc.invitations.pathFilter());
  const whole = useMutation(trpc.invitations.create.mutationOptions({ onSuccess }));
  const single = useMutation(trpc.invitations.createForProject.mutationOptions({ onSuccess }));
  return {
    made: whole.data ?? single.data ?? null,
    error: whole.error ?? single.error,
    isPending: whole.isPending || single.isPending,
    reset: () => {
      whole.reset();
      single.reset();
    },
    invite: ({ org, project, role, email, days }: Wanted) => {
      if (project === null) whole.mutate({ org, role, email, days });
      else single.mutate({ org, project, role: role === "owner" ? "admin" : role, email, days });
    },
  };
}
