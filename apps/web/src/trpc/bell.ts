interface Bell {
  ring: () => void;
  /** Resolves when the bell rings, at once if it rang since the last wait, or after the time. */
  wait: (maxMs: number) => Promise<void>;
}

/** Wakes one waiting loop. The end of the signal rings it too. */
export function createBell(ended: AbortSignal): Bell {
  let rung = false;
  let wake = () => {};
  const ring = () => {
    rung = true;
    wake();
  };
  ended.addEventListener("abort", ring, { once: true });
  return {
    ring,
    async wait(maxMs) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, maxMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
    },
  };
}
