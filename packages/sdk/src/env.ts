/** The one place that reads the process's environment. */
export function environmentVariables(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
