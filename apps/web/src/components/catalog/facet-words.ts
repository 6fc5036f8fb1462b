import type { ShapeKind } from "../graph/node-words";
import { STATUS, type Status } from "../status/status-words";
import type { FacetName } from "./catalog-params";

export const FACET_TITLES: Record<FacetName, string> = {
  shape: "Type",
  kind: "Kind",
  health: "Health",
  pipeline: "Pipeline",
  owner: "Owner",
  tag: "Tag",
};

const SHAPES: Record<string, { label: string; icon: ShapeKind }> = {
  table: { label: "Table", icon: "table" },
  array: { label: "Series", icon: "series" },
  scalar: { label: "Scalar", icon: "scalar" },
  object: { label: "Object", icon: "object" },
  none: { label: "No data", icon: "code" },
};

const KINDS: Record<string, string> = { input: "Input", function: "Function", step: "Step" };

/** A shape of values in a word, with its picture. */
export function shapeWords(shape: string): { label: string; icon: ShapeKind } {
  return SHAPES[shape] ?? { label: shape, icon: "code" };
}

const isStatus = (value: string): value is Status => value in STATUS;

/** A value of a facet as people read it. */
export function valueWords(facet: FacetName, value: string): string {
  if (facet === "shape") return shapeWords(value).label;
  if (facet === "kind") return KINDS[value] ?? value;
  if (facet === "health" && isStatus(value)) return STATUS[value].label;
  return facet === "tag" ? value.replace("=", " ") : value;
}

/** Whether a value of the facet is a status, which has a mark. */
export function statusOf(facet: FacetName, value: string): Status | null {
  return facet === "health" && isStatus(value) ? value : null;
}
