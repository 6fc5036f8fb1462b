/** The keys of the list and of a failure's page, for the sheet that lists them. */
export const FAILURES_KEYS = [
  { keys: "j k", does: "next, previous failure" },
  { keys: "Enter", does: "open the failure" },
  { keys: "a", does: "acknowledge, or take it back" },
  { keys: "m", does: "mute for some time, or unmute" },
];

export const FAILURE_KEYS = [
  { keys: "a", does: "acknowledge, or take it back" },
  { keys: "m", does: "mute for some time, or unmute" },
  { keys: "c", does: "compare with the last good run" },
];
