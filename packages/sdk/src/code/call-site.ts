import { pathOf } from "../capture/frames";

/** A place in the code as it runs: of the compiled text, where there is one. */
export interface CallSite {
  /** Files of the callers, nearest first, each once. */
  files: string[];
}

const MOST_FILES = 5;

/**
 * Files of the project from which `above` was called. Reads the stack in its raw form, because what
 * formats stacks (source maps, test runners) may have changed the places.
 */
export function callSite(above: (...args: never[]) => unknown): CallSite {
  const { prepareStackTrace, stackTraceLimit } = Error;
  try {
    Error.stackTraceLimit = 30;
    Error.prepareStackTrace = (_, sites) => sites;
    const holder: { stack?: unknown } = {};
    Error.captureStackTrace(holder, above);
    const sites: unknown[] = Array.isArray(holder.stack) ? holder.stack : [];
    const files = sites.map(fileOf).filter((file) => file !== null && isProjectFile(file));
    return { files: [...new Set(files)].filter((file) => file !== null).slice(0, MOST_FILES) };
  } catch {
    return { files: [] };
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function fileOf(site: unknown): string | null {
  const file = (site as NodeJS.CallSite).getFileName();
  return typeof file === "string" ? pathOf(file) : null;
}

function isProjectFile(file: string): boolean {
  return /^(?:\/|[A-Za-z]:[\\/])/.test(file) && !/[\\/]node_modules[\\/]/.test(file);
}
