"use client";
import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { batchesInWords } from "./batches-in-words";
import type { QuarantineSource } from "./quarantine-source";

/** Trying batches again and deleting them, with news of how it went. Null means all there are. */
export function useTaking(source: QuarantineSource, onDone: () => void) {
  const onSettled = () => source.onTaken();
  const retry = useMutation({
    mutationFn: source.retry,
    onSettled,
    onSuccess: ({ batches }) => {
      onDone();
      toast.success(`${batchesInWords(batches)} ${batches === 1 ? "is" : "are"} in the inbox again`, {
        description: "What still cannot be stored is back here within half a minute.",
      });
    },
    onError: (error) => toast.error("Nothing was tried again", { description: error.message }),
  });
  const remove = useMutation({
    mutationFn: source.remove,
    onSettled,
    onSuccess: ({ batches }) => {
      onDone();
      toast.success(`${batchesInWords(batches)} ${batches === 1 ? "is" : "are"} deleted`);
    },
    onError: (error) => toast.error("Nothing was deleted", { description: error.message }),
  });
  return { retry, remove };
}
