"use client";
import { useMemo, useState } from "react";
import { inOrder } from "./pipeline-order";

/** While `hold` is on (someone is about to click or stands on a row), rows are renewed but stay where they are. */
export function useHeldOrder<Row extends { name: string }>(
  rows: readonly Row[],
  hold: boolean,
): readonly Row[] {
  const [order, setOrder] = useState<string[]>([]);
  const names = useMemo(() => rows.map(({ name }) => name), [rows]);
  if (!hold && (order.length !== names.length || order.some((name, index) => name !== names[index])))
    setOrder(names);
  return hold ? inOrder(rows, order) : rows;
}
