import { dataflow } from "@heddle/sdk";
import { nodes, penguinMass } from "./pipeline";
import * as measuredOnly from "./variants/measured-only";

const first = dataflow("penguin_mass", { ...nodes, ...measuredOnly });
const inputs = { testShare: 0.25, seed: 7 };

/** A model that is trained twice, learns about sex and species, and is trained twice more. */
export const penguinHistory: (() => Promise<unknown>)[] = [
  () => first.run({ inputs }),
  () => first.run({ inputs: { ...inputs, seed: 11 } }),
  () => penguinMass.run({ inputs }),
  () => penguinMass.run({ inputs: { ...inputs, seed: 11 } }),
];
