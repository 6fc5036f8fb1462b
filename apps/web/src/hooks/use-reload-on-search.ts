"use client";
import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";

/**
 * For not-found pages of addresses that differ by their parameters alone: Next keeps showing such a page until the
 * path changes, so another set of parameters is loaded anew.
 */
export function useReloadOnSearch(): void {
  const search = useSearchParams().toString();
  const [first] = useState(search);
  useEffect(() => {
    if (search !== first) window.location.reload();
  }, [search, first]);
}
