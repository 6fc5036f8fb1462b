import type { Airport } from "./airports";
import type { Flight } from "./flights";

const SECTORS = ["north", "east", "south", "west"];
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Initial course from origin to destination in degrees, 0 is north; null for an unknown airport. */
export function bearing({
  flights,
  airportByCode,
}: {
  flights: Flight[];
  airportByCode: Map<string, Airport>;
}): (number | null)[] {
  return flights.map(({ origin, destination }) => {
    const from = airportByCode.get(origin);
    const to = airportByCode.get(destination);
    if (!from || !to) return null;
    const east = radians(to.longitude - from.longitude);
    const [north, south] = [radians(from.latitude), radians(to.latitude)];
    const y = Math.sin(east) * Math.cos(south);
    const x = Math.cos(north) * Math.sin(south) - Math.sin(north) * Math.cos(south) * Math.cos(east);
    return ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
  });
}

/** Which way the flight heads: winter's jet stream makes westbound flights late. */
export function heading({
  flights,
  bearing,
}: {
  flights: Flight[];
  bearing: (number | null)[];
}): (string | null)[] {
  return bearing.map((degrees, row) => {
    if (degrees === null) return null;
    const sector = SECTORS[Math.floor(((degrees + 45) % 360) / 90)];
    if (sector) return sector;
    const flight = flights[row];
    throw new RangeError(
      `No sector for a bearing of ${degrees}° (${flight?.origin} to ${flight?.destination})`,
    );
  });
}
