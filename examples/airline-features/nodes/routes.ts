import type { Airport } from "./airports";
import type { Flight } from "./flights";

/** The route as people say it: "Detroit, MI to Las Vegas, NV". */
export function routeLabel({
  flights,
  airportByCode,
}: {
  flights: Flight[];
  airportByCode: Map<string, Airport>;
}): string[] {
  const place = (code: string) => {
    const airport = airportByCode.get(code);
    return airport ? [airport.city, airport.state].filter(Boolean).join(", ") : code;
  };
  return flights.map(({ origin, destination }) => `${place(origin)} to ${place(destination)}`);
}

export function isInterstate({
  originState,
  destinationState,
}: {
  originState: (string | null)[];
  destinationState: (string | null)[];
}): (boolean | null)[] {
  return originState.map((state, row) => {
    const other = destinationState[row] ?? null;
    return state === null || other === null ? null : state !== other;
  });
}

export function distanceBand({ distanceMiles }: { distanceMiles: number[] }): string[] {
  return distanceMiles.map((miles) => {
    if (miles < 300) return "short";
    return miles < 1000 ? "medium" : "long";
  });
}
