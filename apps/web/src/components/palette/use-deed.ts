"use client";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useCopy } from "@/hooks/use-copy";
import type { Deed } from "./item";

/** Does what was chosen. Only addresses have new tabs. */
export function useDeed(): (deed: Deed, newTab: boolean) => void {
  const router = useRouter();
  const { copy } = useCopy();
  return (deed, newTab) => {
    if ("act" in deed) deed.act();
    else if ("copy" in deed)
      void copy(`${window.location.origin}${deed.copy}`).then(() => toast.success("Link copied"));
    else if (newTab) window.open(deed.href, "_blank", "noopener");
    else router.push(deed.href);
  };
}
