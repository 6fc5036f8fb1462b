"use client";
import type { MemberView, Role } from "@heddle/core";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { useOrganization } from "../shell/organization-context";
import { AS_ROLE } from "./roles";

/** The organisation's people, and what is done to them: shown at once, taken back if the server refuses. */
export function useMembers() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { slug: org } = useOrganization();
  const key = trpc.members.list.queryKey({ org });
  const { data } = useSuspenseQuery(trpc.members.list.queryOptions({ org }));
  const settle = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: key }),
      client.invalidateQueries(trpc.organizations.pathFilter()),
    ]);

  const update = useMutation(
    trpc.members.update.mutationOptions({
      onMutate: async ({ userId, role }) => {
        await client.cancelQueries({ queryKey: key });
        const before = client.getQueryData(key);
        client.setQueryData(key, (now) =>
          now
            ? {
                ...now,
                members: now.members.map((each) => (each.userId === userId ? { ...each, role } : each)),
              }
            : now,
        );
        return before;
      },
      onError: (error, _input, before) => {
        client.setQueryData(key, before);
        toast.error("The role was not changed", { description: error.message });
      },
      onSettled: settle,
    }),
  );
  const remove = useMutation(trpc.members.remove.mutationOptions({ onSuccess: settle }));

  function change({ userId, name, role: before, you }: MemberView, role: Role) {
    const undo = {
      label: "Undo",
      onClick: () =>
        update.mutate(
          { org, userId, role: before },
          { onSuccess: () => toast.success(`${name} is ${AS_ROLE[before]} again`) },
        ),
    };
    update.mutate(
      { org, userId, role },
      {
        onSuccess: () =>
          toast.success(
            `${you ? "You are" : `${name} is`} ${AS_ROLE[role]} now`,
            you ? {} : { action: undo },
          ),
      },
    );
  }
  return { ...data, change, remove };
}
