import type { Airport } from "./airports";
import type { Flight } from "./flights";

interface Ends {
  flights: Flight[];
  airportByCode: Map<string, Airport>;
}

export function originName({ flights, airportByCode }: Ends): (string | null)[] {
  return flights.map(({ origin }) => airportByCode.get(origin)?.name ?? null);
}

export function originState({ flights, airportByCode }: Ends): (string | null)[] {
  return flights.map(({ origin }) => airportByCode.get(origin)?.state ?? null);
}

export function destinationState({ flights, airportByCode }: Ends): (string | null)[] {
  return flights.map(({ destination }) => airportByCode.get(destination)?.state ?? null);
}
