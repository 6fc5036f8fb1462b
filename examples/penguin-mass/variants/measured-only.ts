import type { Encoder } from "../nodes/inputs";

/** The first version: what was measured, without sex and species. */
export function encoder(): Encoder {
  return ({ flipperLength, beakLength, beakDepth }) => [1, flipperLength, beakLength, beakDepth];
}
