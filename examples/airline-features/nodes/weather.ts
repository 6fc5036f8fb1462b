import { csvParse } from "d3-dsv";
import { readDataFile } from "../../data-file";
import type { Flight } from "./flights";

export interface HourlyNormal {
  time: Date;
  pressure: number;
  temperature: number;
  wind: number;
}

/** What is normal at Seattle's airport, hour by hour through a year. */
export async function seattleNormals(): Promise<HourlyNormal[]> {
  return csvParse(await readDataFile("seattle-weather-hourly-normals.csv"), (row) => ({
    time: new Date(`${row.date}Z`),
    pressure: Number(row.pressure),
    temperature: Number(row.temperature),
    wind: Number(row.wind),
  }));
}

// Month, day and hour: the year of a normal means nothing.
const hourOfYear = (time: Date) => time.toISOString().slice(5, 13);

export function normalByHour({
  seattleNormals,
}: {
  seattleNormals: HourlyNormal[];
}): Map<string, HourlyNormal> {
  return new Map(seattleNormals.map((normal) => [hourOfYear(normal.time), normal]));
}

/** Usual temperature at departure; only Seattle's is known. */
export function usualTemperature({
  flights,
  normalByHour,
}: {
  flights: Flight[];
  normalByHour: Map<string, HourlyNormal>;
}): (number | null)[] {
  return flights.map(({ origin, departure }) =>
    origin === "SEA" ? (normalByHour.get(hourOfYear(departure))?.temperature ?? null) : null,
  );
}

export function usualWind({
  flights,
  normalByHour,
}: {
  flights: Flight[];
  normalByHour: Map<string, HourlyNormal>;
}): (number | null)[] {
  return flights.map(({ origin, departure }) =>
    origin === "SEA" ? (normalByHour.get(hourOfYear(departure))?.wind ?? null) : null,
  );
}
