import { csvParse } from "d3-dsv";
import { readDataFile } from "../../data-file";

export interface Airport {
  code: string;
  name: string;
  city: string;
  /** Two letters; null where the list has none. */
  state: string | null;
  latitude: number;
  longitude: number;
}

export async function airportList(): Promise<string> {
  return readDataFile("airports.csv");
}

export function airports({ airportList }: { airportList: string }): Airport[] {
  return csvParse(airportList, (row) => ({
    code: row.iata ?? "",
    name: row.name ?? "",
    city: row.city ?? "",
    state: row.state === "NA" ? null : (row.state ?? null),
    latitude: Number(row.latitude),
    longitude: Number(row.longitude),
  }));
}

export function airportByCode({ airports }: { airports: Airport[] }): Map<string, Airport> {
  return new Map(airports.map((airport) => [airport.code, airport]));
}
