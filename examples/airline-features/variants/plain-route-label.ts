import type { Airport } from "../nodes/airports";
import type { Flight } from "../nodes/flights";

/** The first version: cities only, so that Portland, OR and Portland, ME are one place. */
export function routeLabel({
  flights,
  airportByCode,
}: {
  flights: Flight[];
  airportByCode: Map<string, Airport>;
}): string[] {
  const place = (code: string) => airportByCode.get(code)?.city ?? code;
  return flights.map(({ origin, destination }) => `${place(origin)} to ${place(destination)}`);
}
