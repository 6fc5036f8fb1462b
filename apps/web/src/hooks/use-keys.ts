"use client";
import { useEffect, useRef } from "react";
import { createKeySequence } from "./key-sequence";

type Bindings = Record<string, (event: KeyboardEvent) => void>;

const TYPING = "input, textarea, select, [contenteditable='true']";
const OVERLAY = "[role='dialog'], [role='alertdialog'], [role='menu']";

function isForSomethingElse(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return true;
  if (event.target instanceof Element && event.target.closest(TYPING)) return true;
  return document.querySelector(OVERLAY) !== null;
}

/** Acts on keys of the page, `{ j: next, "g r": goToRuns }`, unless someone types or a dialog is open. */
export function useKeys(bindings: Bindings): void {
  const current = useRef(bindings);
  useEffect(() => {
    current.current = bindings;
  });

  useEffect(() => {
    const sequence = createKeySequence(Date.now);
    const onKey = (event: KeyboardEvent) => {
      if (isForSomethingElse(event)) return;
      const matched = sequence.press(event.key, Object.keys(current.current));
      if (matched) current.current[matched]?.(event);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
