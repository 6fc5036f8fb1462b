const ends: (() => unknown)[] = [];

/**
 * Ends something after the test file, the last opened first. Unlike `afterAll` it may be called from
 * within hooks and tests.
 */
export function atEnd(end: () => unknown): void {
  ends.push(end);
}

/** Called once, by the file's own hook. */
export async function endAll(): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end();
}
