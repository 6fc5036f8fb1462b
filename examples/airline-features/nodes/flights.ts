import { readDataFile } from "../../data-file";

export interface RawFlight {
  date: string;
  delay: number;
  distance: number;
  origin: string;
  destination: string;
}

export interface Flight {
  departure: Date;
  delayMinutes: number;
  distanceMiles: number;
  origin: string;
  destination: string;
}

/** A sample of 10,000 flights inside the United States, January to March 2001. */
export async function rawFlights(): Promise<RawFlight[]> {
  return JSON.parse(await readDataFile("flights-10k.json"));
}

/** The flights that departed before the day `until`, typed, the earliest first. */
export function flights({ rawFlights, until }: { rawFlights: RawFlight[]; until: string }): Flight[] {
  const end = new Date(`${until}T00:00:00Z`);
  return rawFlights
    .map(({ date, delay, distance, origin, destination }) => ({
      departure: new Date(`${date.replaceAll("/", "-").replace(" ", "T")}:00Z`),
      delayMinutes: delay,
      distanceMiles: distance,
      origin,
      destination,
    }))
    .filter(({ departure }) => departure < end)
    .sort((a, b) => a.departure.getTime() - b.departure.getTime());
}

export function delayMinutes({ flights }: { flights: Flight[] }): number[] {
  return flights.map((flight) => flight.delayMinutes);
}

export function distanceMiles({ flights }: { flights: Flight[] }): number[] {
  return flights.map((flight) => flight.distanceMiles);
}
