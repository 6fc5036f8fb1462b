import type { Actor, InstanceContext, Person } from "../context";

/** What verbs need that only `heddle-admin` can call: they see every organisation and person. */
export interface OperatorContext extends InstanceContext {
  actor: Extract<Actor, { type: "system" }>;
}

/**
 * What verbs need that look after the instance: operators call them in the dashboard, too. They tell counts,
 * errors and names of projects. People get this from `resolveOperator` only.
 */
export interface UpkeepContext extends InstanceContext {
  actor: OperatorContext["actor"] | Person;
}
