import { environmentVariables } from "../env";
import type { Configuration, OnDrop } from "./configuration";
import { notice } from "./notice";

export interface Settings {
  url: URL;
  apiKey: string;
  /** Null when the key says which project it is. */
  project: string | null;
  variables: readonly string[];
  onDrop: OnDrop | undefined;
}

/** Settings of this process; null, with one notice, when runs cannot be recorded. */
export function readSettings(configuration: Configuration): Settings | null {
  const variables = environmentVariables();
  const url = configuration.url ?? variables.HEDDLE_URL ?? "";
  const apiKey = configuration.apiKey ?? variables.HEDDLE_API_KEY ?? "";
  const project = configuration.project ?? variables.HEDDLE_PROJECT ?? "";
  const missing = [url === "" ? "HEDDLE_URL" : "", apiKey === "" ? "HEDDLE_API_KEY" : ""].filter(Boolean);
  if (missing.length > 0) {
    const names = missing.join(" and ");
    const verb = missing.length > 1 ? "are" : "is";
    notice(
      `${names} ${verb} not set, so runs are not recorded. Set both, or call configure({ url, apiKey }).`,
    );
    return null;
  }
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    notice("HEDDLE_URL is not an address, so runs are not recorded. It looks like http://localhost:8241.");
    return null;
  }
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    notice("HEDDLE_API_KEY is not a key, so runs are not recorded. It looks like hdl_ and 43 characters.");
    return null;
  }
  if (!/^[\x21-\x7e]*$/.test(project)) {
    notice(
      "HEDDLE_PROJECT is not a slug, so runs are not recorded. It is the second part of the project's address.",
    );
    return null;
  }
  const { variables: named = [], onDrop } = configuration;
  return { url: parsed, apiKey, project: project || null, variables: named, onDrop };
}
