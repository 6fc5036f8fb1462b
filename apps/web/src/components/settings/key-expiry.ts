const DAY_MS = 86_400_000;

export const EXPIRIES = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
  { value: "never", label: "Never" },
  { value: "date", label: "Date" },
] as const;

export type Expiry = (typeof EXPIRIES)[number]["value"];

/** The instant that a choice stands for; null for never, undefined while the date is missing. */
export function expiryAt(choice: Expiry, date: string, now: number): string | null | undefined {
  if (choice === "never") return null;
  if (choice !== "date") return new Date(now + Number(choice) * DAY_MS).toISOString();
  // The end of that day where the person is.
  const end = new Date(`${date}T23:59:59`);
  return Number.isNaN(end.getTime()) ? undefined : end.toISOString();
}
