import type { QuarantinedBatch, QuarantinedContents, QuarantinePage } from "@heddle/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { TRPCClientErrorLike } from "@trpc/client";
import type { AppRouter } from "@/trpc/root";

export type Failure = TRPCClientErrorLike<AppRouter>;
type Taken = Promise<{ batches: number }>;

/** A quarantine as a page shows it: of one project, or of all. */
export interface QuarantineSource {
  /** Tells what was asked of this one from what was asked of another. */
  key: string;
  list: UseInfiniteQueryResult<InfiniteData<QuarantinePage>, Failure>;
  detail: (id: string) => Promise<QuarantinedBatch>;
  contents: (id: string) => Promise<QuarantinedContents>;
  /** Null for all there are. */
  retry: (ids: string[] | null) => Taken;
  remove: (ids: string[] | null) => Taken;
  /** Something was taken out: what the page shows is old. */
  onTaken: () => void;
}

export const PAGE_SIZE = 50;
export const POLL_MS = 10_000;

export const paging = {
  initialCursor: null,
  getNextPageParam: (page: QuarantinePage) => page.next,
} as const;
