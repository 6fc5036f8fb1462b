import type { Actor, InstanceContext } from "../context";

/** What verbs need that only whoever runs the instance can call: they see every organisation and person. */
export interface OperatorContext extends InstanceContext {
  actor: Extract<Actor, { type: "system" }>;
}
