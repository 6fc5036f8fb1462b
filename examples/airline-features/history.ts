import { dataflow } from "@heddle/sdk";
import { airlineFeatures, nodes } from "./pipeline";
import * as filledRecentDelay from "./variants/filled-recent-delay";
import * as plainRouteLabel from "./variants/plain-route-label";
import * as splitAirports from "./variants/split-airports";

const name = "airline_features";
const tags = { schedule: "weekly" };

const first = dataflow(name, { ...nodes, ...plainRouteLabel });
const filled = dataflow(name, { ...nodes, ...filledRecentDelay });
const split = dataflow(name, { ...nodes, ...filledRecentDelay, ...splitAirports });

/** Eight weeks of a pipeline's life, told by the versions that ran. */
export const airlineHistory: (() => Promise<unknown>)[] = [
  // As it was written at first.
  ...["2001-02-11", "2001-02-18", "2001-02-25"].map((until) => () => first.run({ inputs: { until }, tags })),
  // An ordinary change: routes are named with their states.
  ...["2001-03-04", "2001-03-11"].map((until) => () => airlineFeatures.run({ inputs: { until }, tags })),
  // A change that shifts a statistic: gaps in recentDelay are filled with 0.
  ...["2001-03-18", "2001-03-25"].map((until) => () => filled.run({ inputs: { until }, tags })),
  // A change that breaks `heading`, three nodes below: one airport is read wrongly.
  () => split.run({ inputs: { until: "2001-04-01" }, tags }),
];
