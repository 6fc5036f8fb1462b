import { dataflow } from "@heddle/sdk";
import * as airports from "./nodes/airports";
import * as calendar from "./nodes/calendar";
import * as delays from "./nodes/delays";
import * as features from "./nodes/features";
import * as flights from "./nodes/flights";
import * as headings from "./nodes/headings";
import * as origins from "./nodes/origins";
import * as places from "./nodes/places";
import * as routes from "./nodes/routes";
import * as weather from "./nodes/weather";

/** Each exported function is a node; what it takes out of its one argument are the nodes it reads. */
export const nodes = {
  ...flights,
  ...calendar,
  ...airports,
  ...places,
  ...routes,
  ...headings,
  ...weather,
  ...delays,
  ...origins,
  ...features,
};

/** Features of flights for a model that foresees delays. Its input: the day `until` which flights count. */
export const airlineFeatures = dataflow("airline_features", nodes);
