const WORDS = new Map(
  Object.entries({
    buffer_full: "Its buffer was full: the server was away or too slow for too long.",
    event_too_large: "The event was larger than the server takes. It was left out, and the run went on.",
    too_large: "The server takes no batch with an event so large.",
    shut_down: "It was recorded after the client had been shut down, or not sent in the time that was left.",
    process_exit: "The process ended before they were sent.",
    http_401: "The server refused the API key.",
    http_403: "The API key may not record runs.",
    http_404: "There is no such project, or no Heddle server at this address.",
    http_409: "Another batch had been sent under the same number: two processes used one writer id.",
    http_422: "The server could store none of the batch's events.",
  }),
);

/** Why a client left events out, in words; null for a reason that is not one of our SDK's. */
export function dropWords(reason: string): string | null {
  const known = WORDS.get(reason);
  if (known !== undefined) return known;
  const status = /^http_(\d+)$/.exec(reason)?.[1];
  if (status !== undefined) return `The server refused the batch with HTTP ${status}.`;
  return reason.startsWith("rejected_") ? "The server refused the event." : null;
}
