"use client";
import type { FailureSummary } from "@heddle/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useKeys } from "../../hooks/use-keys";
import { stepTo } from "../nodes/step-to";
import { usePageKeys } from "../shell/page-keys";
import { paths } from "../shell/paths";
import { FAILURES_KEYS } from "./failure-keys";
import type { FailureActions } from "./use-failure-actions";

/** A cursor in the list: `j` and `k` move it, `Enter`, `a` and `m` act on its failure. */
export function useFailureRows(failures: readonly FailureSummary[], base: string, actions: FailureActions) {
  const router = useRouter();
  const [cursor, setCursor] = useState<string | null>(null);
  const [muting, setMuting] = useState<string | null>(null);
  const at = failures.findIndex(({ id }) => id === cursor);
  const current = failures[at];
  const move = (by: number) => {
    const next = stepTo(failures.length, at < 0 ? undefined : at, by);
    const failure = next === null ? undefined : failures[next];
    if (!failure) return;
    setCursor(failure.id);
    document.querySelector(`[data-failure="${failure.id}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const act = (work: (failure: FailureSummary) => void) => (event: KeyboardEvent) => {
    if (!current || !actions.mayEdit || current.state === "recovered") return;
    event.preventDefault();
    work(current);
  };
  const open = (event: KeyboardEvent) => {
    const onControl = event.target instanceof Element && event.target.closest("a, button");
    if (!onControl && current) router.push(paths.failure(base, current.id));
  };
  usePageKeys("Alerts", FAILURES_KEYS);
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: open,
    a: act(({ id, acknowledgedAt }) => actions.acknowledge(id, acknowledgedAt === null)),
    m: act(({ id, state }) => (state === "muted" ? actions.mute(id, null) : setMuting(id))),
  });
  return { cursor, muting, setMuting };
}
