/** A function of one object whose property names are the nodes and inputs that it reads. */
export type NodeFunction = (values: never) => unknown;

export interface NodeOptions {
  /** What the node gives, for people. The doc comment above the function does as well. */
  description?: string;
  tags?: Record<string, string>;
  owner?: string;
  /** How often to try again when the function throws, and how long to wait before each time. */
  retry?: { times: number; delayMs?: number };
}

/** A node with options, as `node()` makes it. */
export interface NodeSpec<F extends NodeFunction = NodeFunction> {
  readonly kind: "heddle.node";
  readonly run: F;
  readonly options: NodeOptions;
}

/** A declared input, as `input()` makes it. */
export interface InputSpec<T = unknown> {
  readonly kind: "heddle.input";
  readonly description?: string;
  /** Only for the compiler; never set. */
  readonly "~type"?: T;
}

export type Nodes = Record<string, NodeFunction | NodeSpec | InputSpec>;

type FunctionOf<T> = T extends NodeSpec<infer F> ? F : T;

/** The object that a node reads. */
export type Reads<T> = FunctionOf<T> extends (values: infer V) => unknown ? V : unknown;

/** The value that a node gives, or that an input holds. */
export type Gives<T> =
  T extends InputSpec<infer V> ? V : FunctionOf<T> extends (values: never) => infer R ? Awaited<R> : never;

type DeclaresInputs<N> = true extends { [K in keyof N]: N[K] extends InputSpec ? true : never }[keyof N]
  ? true
  : false;

/** Names that node `K` reads and that do not fit: of another type, or unknown where inputs are declared. */
type Misfits<N, K extends keyof N> = [Reads<N[K]>] extends [never] ? never : MisfitsOf<N, K>;

type MisfitsOf<N, K extends keyof N> = {
  [D in keyof Reads<N[K]>]-?: D extends keyof N
    ? Gives<N[D]> extends Reads<N[K]>[D]
      ? never
      : D
    : DeclaresInputs<N> extends true
      ? D
      : never;
}[keyof Reads<N[K]>];

type Complaint<N, K extends keyof N, D> = D extends keyof N
  ? D extends keyof Reads<N[K]>
    ? {
        [M in `'${K & string}' cannot read '${D & string}': the types do not fit`]: {
          expected: Reads<N[K]>[D];
          given: Gives<N[D]>;
        };
      }
    : never
  : `'${K & string}' reads '${D & string}', which is neither a node nor an input of this dataflow`;

/** `N` where it is right; elsewhere a type that no node has and that says what is wrong. */
export type Checked<N> = {
  [K in keyof N]: [Misfits<N, K>] extends [never] ? N[K] : Complaint<N, K, Misfits<N, K>>;
};

type Intersection<U> = (U extends unknown ? (member: U) => void : never) extends (whole: infer I) => void
  ? I
  : never;

type InferredInputs<N> = Intersection<
  { [K in keyof N]: N[K] extends InputSpec ? unknown : Omit<Reads<N[K]>, keyof N> }[keyof N]
>;

type DeclaredInputs<N> = { [K in keyof N as N[K] extends InputSpec ? K : never]: Gives<N[K]> };

type Flat<T> = { [K in keyof T]: T[K] };

/** The inputs of a dataflow: the declared ones, and names that nodes read and no node has. */
export type InputsOf<N> = Flat<InferredInputs<N> & DeclaredInputs<N>>;

/** Names of the nodes that are functions. */
export type NodeNames<N> = { [K in keyof N]: N[K] extends InputSpec ? never : K }[keyof N] & string;
