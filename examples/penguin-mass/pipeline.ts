import { dataflow, input } from "@heddle/sdk";
import * as inputs from "./nodes/inputs";
import * as metrics from "./nodes/metrics";
import * as model from "./nodes/model";
import * as penguins from "./nodes/penguins";
import * as split from "./nodes/split";

export const nodes = {
  testShare: input<number>("Share of the penguins that is held back for the test"),
  seed: input<number>("Decides which penguins those are"),
  ...penguins,
  ...split,
  ...inputs,
  ...model,
  ...metrics,
};

/** Trains a linear model of a penguin's body mass and tests it on penguins it has not seen. */
export const penguinMass = dataflow("penguin_mass", nodes);
