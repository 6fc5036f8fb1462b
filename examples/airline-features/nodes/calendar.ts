import type { Flight } from "./flights";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

export function departure({ flights }: { flights: Flight[] }): Date[] {
  return flights.map((flight) => flight.departure);
}

export function departureHour({ departure }: { departure: Date[] }): number[] {
  return departure.map((time) => time.getUTCHours());
}

export function weekday({ departure }: { departure: Date[] }): string[] {
  return departure.map((time) => WEEKDAYS[time.getUTCDay()] ?? "");
}

export function isWeekend({ weekday }: { weekday: string[] }): boolean[] {
  return weekday.map((day) => day === "Sat" || day === "Sun");
}

/** Which part of the day the flight left in; delays pile up from morning to evening. */
export function dayPart({ departureHour }: { departureHour: number[] }): string[] {
  return departureHour.map((hour) => {
    if (hour < 6) return "night";
    if (hour < 12) return "morning";
    return hour < 18 ? "afternoon" : "evening";
  });
}
