const said = new Set<string>();

/** One line on stderr, once per process and text. */
export function notice(text: string): void {
  if (said.has(text)) return;
  said.add(text);
  try {
    process.stderr.write(`heddle: ${text}\n`);
  } catch {
    // A closed stderr is not the pipeline's problem.
  }
}
