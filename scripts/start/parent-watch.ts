const EVERY_MS = 500;

/**
 * Calls `gone` when npm has ended. Told to end, npm tells the shell between it and this process, which
 * does not pass that on.
 */
export function onNpmGone(gone: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, EVERY_MS);
  timer.unref();
}
