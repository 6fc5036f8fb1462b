"use client";
import type { ProjectPerson, Role } from "@heddle/core";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { AS_ROLE } from "./roles";

/** Who can reach the project, and giving or taking what they have in it. */
export function useProjectPeople() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { org, project } = useShell();
  const key = trpc.grants.list.queryKey({ org, project });
  const { data } = useSuspenseQuery(trpc.grants.list.queryOptions({ org, project }));
  const settle = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: key }),
      client.invalidateQueries(trpc.projects.list.queryFilter()),
    ]);
  const set = useMutation(
    trpc.grants.set.mutationOptions({
      onMutate: async ({ userId, role }) => {
        await client.cancelQueries({ queryKey: key });
        const before = client.getQueryData(key);
        client.setQueryData(key, (now) =>
          now
            ? {
                people: now.people.map((each) =>
                  each.userId === userId ? { ...each, grantRole: role } : each,
                ),
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
  const remove = useMutation(trpc.grants.remove.mutationOptions({ onSuccess: settle }));

  function give(person: ProjectPerson, role: Exclude<Role, "owner">) {
    const { userId, name, grantRole: before } = person;
    const restore = () => {
      if (before === null || before === "owner") remove.mutate({ org, project, userId });
      else set.mutate({ org, project, userId, role: before });
    };
    set.mutate(
      { org, project, userId, role },
      {
        onSuccess: () =>
          toast.success(`${person.you ? "You are" : `${name} is`} ${AS_ROLE[role]} of this project now`, {
            ...(person.you ? {} : { action: { label: "Undo", onClick: restore } }),
          }),
      },
    );
  }
  return { people: data.people, give, remove };
}
