/** `params` as the end of an address; what is null or undefined is left out. */
function query(params: Record<string, string | null | undefined>): string {
  const given = Object.entries(params).filter((pair): pair is [string, string] => pair[1] != null);
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}

/** Addresses of a project's pages. Names are parameters, never parts of the path: they may hold anything. */
export const paths = {
  runs: (base: string, filter: { pipeline?: string; version?: string; status?: string } = {}) =>
    `${base}/runs${query(filter)}`,
  run: (base: string, runId: string, view: { tab?: string; node?: string } = {}) =>
    `${base}/runs/${encodeURIComponent(runId)}${query(view)}`,
  /** `from` and `to` are hashes of code versions; `node` is the one whose code is shown. */
  versions: (base: string, shown: { pipeline?: string; from?: string; to?: string; node?: string } = {}) =>
    `${base}/versions${query(shown)}`,
  node: (base: string, shown: { pipeline: string; node: string; column?: string; statistic?: string }) =>
    `${base}/node${query(shown)}`,
  /** `a` is then, `b` is now: ids of runs. */
  compare: (base: string, shown: { a?: string; b?: string } = {}) => `${base}/compare${query(shown)}`,
  catalog: (base: string, filter: { q?: string; pipeline?: string } = {}) =>
    `${base}/catalog${query(filter)}`,
  failure: (base: string, failureId: string) => `${base}/alerts/${encodeURIComponent(failureId)}`,
};
