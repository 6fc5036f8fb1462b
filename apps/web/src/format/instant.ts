const DAY = 86_400_000;
const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone, hourCycle: "h23" });
  cache.set(key, made);
  return made;
}

function parts(date: Date, zone: string, options: Intl.DateTimeFormatOptions) {
  const entries = formatter(zone, options)
    .formatToParts(date)
    .map(({ type, value }) => [type, value] as const);
  return Object.fromEntries(entries) as Partial<Record<Intl.DateTimeFormatPartTypes, string>>;
}

/** Days since 1970 of the calendar day that `date` falls on in `zone`. */
function calendarDay(date: Date, zone: string): number {
  const { year, month, day } = parts(date, zone, { year: "numeric", month: "2-digit", day: "2-digit" });
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY;
}

/** Today is a time (`11:00`), the six days before a day and time (`Sun 02:00`), all else a date. */
export function formatInstant(instant: string, now: number, zone: string): string {
  const date = new Date(instant);
  const age = calendarDay(new Date(now), zone) - calendarDay(date, zone);
  const time = formatter(zone, { hour: "2-digit", minute: "2-digit" }).format(date);
  if (age === 0) return time;
  const at = parts(date, zone, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  if (age > 0 && age < 7) return `${at.weekday} ${time}`;
  const sameYear = at.year === parts(new Date(now), zone, { year: "numeric" }).year;
  return sameYear ? `${at.day} ${at.month}` : `${at.day} ${at.month} ${at.year}`;
}

/** `2026-11-23 11:00:04.120 CET`: the whole truth, for tooltips. */
export function formatExact(instant: string, zone: string): string {
  const at = parts(new Date(instant), zone, {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
    timeZoneName: "short",
  });
  const time = `${at.hour}:${at.minute}:${at.second}.${at.fractionalSecond}`;
  return `${at.year}-${at.month}-${at.day} ${time} ${at.timeZoneName}`;
}

/** `just now`, `24 m ago`, `3 h ago`, `12 d ago`; `in 5 m` for what a fast clock has dated ahead. */
export function formatAgo(instant: string, now: number): string {
  const age = now - Date.parse(instant);
  if (Math.abs(age) < 45_000) return "just now";
  const text = coarse(Math.abs(age));
  return age > 0 ? `${text} ago` : `in ${text}`;
}

function coarse(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 60) return `${minutes} m`;
  if (minutes < 24 * 60) return `${Math.round(minutes / 60)} h`;
  return `${Math.round(minutes / 60 / 24)} d`;
}

/** Name of the zone as people write it: `CET`, `UTC`, `GMT+2`. */
export function zoneName(zone: string, now: number): string {
  return parts(new Date(now), zone, { timeZoneName: "short" }).timeZoneName ?? zone;
}
