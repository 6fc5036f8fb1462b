import { readDataFile } from "../../data-file";

export interface RawPenguin {
  Species: string;
  Island: string;
  "Beak Length (mm)": number | null;
  "Beak Depth (mm)": number | null;
  "Flipper Length (mm)": number | null;
  "Body Mass (g)": number | null;
  Sex: string | null;
}

export interface Penguin {
  species: string;
  isMale: boolean;
  beakLength: number;
  beakDepth: number;
  flipperLength: number;
  bodyMass: number;
}

/** 344 penguins, measured at Palmer Station in Antarctica. */
export async function rawPenguins(): Promise<RawPenguin[]> {
  return JSON.parse(await readDataFile("penguins.json"));
}

/** Penguins without a missing measurement; a sex of "." is missing too. */
export function penguins({ rawPenguins }: { rawPenguins: RawPenguin[] }): Penguin[] {
  return rawPenguins.flatMap((raw) => {
    const beakLength = raw["Beak Length (mm)"];
    const beakDepth = raw["Beak Depth (mm)"];
    const flipperLength = raw["Flipper Length (mm)"];
    const bodyMass = raw["Body Mass (g)"];
    const isMale = raw.Sex === "MALE";
    if (beakLength === null || beakDepth === null || flipperLength === null || bodyMass === null) return [];
    if (!isMale && raw.Sex !== "FEMALE") return [];
    return [{ species: raw.Species, isMale, beakLength, beakDepth, flipperLength, bodyMass }];
  });
}
