"use client";
import { useEffect, useRef, useState } from "react";

const MOST = 200;

/** A figure as it went since the page was opened; `at` says when it was read. */
export function useTrend(value: number, at: number): readonly number[] {
  const [values, setValues] = useState<readonly number[]>([value]);
  const last = useRef(at);
  useEffect(() => {
    if (last.current === at) return;
    last.current = at;
    setValues((before) => [...before.slice(1 - MOST), value]);
  }, [value, at]);
  return values;
}
