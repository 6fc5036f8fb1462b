"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";

/** Opens a deleted project again and says where it is. Works from a toast, after its page is gone. */
export function useRestoreProject(org: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  return useMutation(
    trpc.projects.restore.mutationOptions({
      onSuccess: async ({ slug }) => {
        toast.success("The project is restored", {
          action: { label: "Open", onClick: () => router.push(`/${org}/${slug}`) },
        });
        await client.invalidateQueries(trpc.projects.pathFilter());
      },
      onError: (error) => toast.error("The project was not restored", { description: error.message }),
    }),
  );
}
