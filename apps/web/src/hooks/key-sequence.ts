const PAUSE_MS = 1000;

/** Recognises single keys and sequences such as `g r`; each key of a sequence within a second. */
export function createKeySequence(now: () => number) {
  let typed: string[] = [];
  let at = 0;
  return {
    /** The binding that `key` completes, if any; begins anew after a match or a dead end. */
    press(key: string, bindings: readonly string[]): string | null {
      if (now() - at > PAUSE_MS) typed = [];
      at = now();
      for (const start of [...typed.keys(), typed.length]) {
        const text = [...typed.slice(start), key].join(" ");
        if (bindings.includes(text)) {
          typed = [];
          return text;
        }
        if (bindings.some((binding) => binding.startsWith(`${text} `))) {
          typed = text.split(" ");
          return null;
        }
      }
      typed = [];
      return null;
    },
  };
}
