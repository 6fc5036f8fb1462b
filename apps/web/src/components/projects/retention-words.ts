import { formatCount } from "../../format/number";

export const RETENTION_CHOICES = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
  { value: "", label: "Forever" },
] as const;

/** How long runs are kept, as people say it. */
export function retentionWords(days: number | null): string {
  if (days === null) return "forever";
  if (days === 365) return "1 year";
  return days === 1 ? "1 day" : `${formatCount(days)} days`;
}

/** Whether less is kept than before. */
export function isShorter(days: number | null, before: number | null): boolean {
  return days !== null && (before === null || days < before);
}
