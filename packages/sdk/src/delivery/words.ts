export const PROJECT_HEADER = "x-heddle-project";

/** What to say of a batch that the server did not take and never will. */
export function refusal(server: string, reason: string, project: string | undefined): string {
  if (reason === "http_401" || reason === "http_403") {
    return `${server} refused the API key, so runs are not recorded. Check HEDDLE_API_KEY.`;
  }
  if (reason === "http_404" && project !== undefined) {
    return `${server} knows no project ${project} for this key, so runs are not recorded. Check HEDDLE_PROJECT.`;
  }
  if (reason === "http_404") return `there is no Heddle server at ${server}. Check HEDDLE_URL.`;
  const status = reason.replace("_", " ").toUpperCase();
  const hint = reason === "http_400" && project === undefined ? ORGANISATION_KEY : "";
  return `${server} refused a batch (${status}), which is dropped.${hint}`;
}

const ORGANISATION_KEY = " A key of an organisation needs HEDDLE_PROJECT.";

/** What to say of events that are lost because the server does not take them. */
export function undelivered(count: number, server: string, trouble: string): string {
  return `${server} ${trouble}, so ${events(count)} not recorded.`;
}

/** What to say of events that are lost because the process ends before they are sent. */
export function unsent(count: number): string {
  const mend = "`await shutdown()` before process.exit() delivers them";
  return `${events(count)} not sent, because the process ended first: ${mend}.`;
}

function events(count: number): string {
  return count === 1 ? "1 event is" : `${count} events are`;
}
