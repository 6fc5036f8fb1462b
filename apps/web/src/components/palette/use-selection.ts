"use client";
import { useState } from "react";
import type { Action, Group, Item } from "./item";

export interface Option {
  key: string;
  item: Item;
  /** Null: the row itself. */
  action: Action | null;
}

const rowOf = (item: Item): Option => ({ key: item.id, item, action: null });
const actionsOf = (item: Item): Option[] =>
  item.actions.map((action) => ({ key: `${item.id} ${action.key}`, item, action }));

/** Which option is active, and the row whose actions are shown. Nothing chosen yet means the first. */
export function useSelection(groups: readonly Group[]) {
  const [at, setAt] = useState<{ key: string; subject: string } | null>(null);
  const [acting, setActing] = useState(false);
  const rows = groups.flatMap(({ items }) => items);
  const subject = rows.find(({ id }) => id === at?.subject) ?? rows[0] ?? null;
  const actions = subject ? actionsOf(subject) : [];
  const only = acting && actions.length > 0;
  const options = only ? actions : [...rows.map(rowOf), ...actions];
  const active = options.find(({ key }) => key === at?.key) ?? options[0] ?? null;

  const point = ({ key, item }: Option) => setAt({ key, subject: item.id });
  return {
    ...{ subject, actions, active, point },
    /** Whether only the actions of the subject are shown. */
    acting: only,
    moved: at !== null,
    move: (by: 1 | -1) => {
      const from = active ? options.indexOf(active) : -1;
      const next = options[(from + by + options.length) % options.length];
      if (next) point(next);
    },
    reset: () => {
      setAt(null);
      setActing(false);
    },
    setActing: (next: boolean) => {
      const first = next ? actions[0] : undefined;
      if (next && !first) return;
      setActing(next);
      if (subject) setAt({ key: first?.key ?? subject.id, subject: subject.id });
    },
  };
}
