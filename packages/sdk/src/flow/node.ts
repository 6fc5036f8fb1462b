import type { InputSpec, NodeFunction, NodeOptions, NodeSpec } from "./types";

/**
 * Gives a node options.
 *
 * @example
 * orders: node(loadOrders, { owner: "growth", retry: { times: 2, delayMs: 500 } })
 */
export function node<F extends NodeFunction>(run: F, options: NodeOptions = {}): NodeSpec<F> {
  return { kind: "heddle.node", run, options };
}

/**
 * Declares an input with its type. As soon as one input is declared, a name that is neither a node nor a
 * declared input is an error at the node that reads it.
 *
 * @example
 * dataflow("growth", { spend: input<number[]>("Daily spend, in euro"), total: ({ spend }: { spend: number[] }) => sum(spend) })
 */
export function input<T>(description?: string): InputSpec<T> {
  return description === undefined ? { kind: "heddle.input" } : { kind: "heddle.input", description };
}
