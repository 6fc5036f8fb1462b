import type { Attribute } from "@heddle/contract";
import type { ComponentType } from "react";
import { JsonAttribute } from "./json-attribute";
import { ScalarAttribute } from "./scalar-attribute";
import { UnsupportedAttribute } from "./unsupported-attribute";

type Renderer = ComponentType<{ attribute: Attribute }>;

/** Who draws what, by `type@version`. A new type is one entry here. */
const RENDERERS: Record<string, Renderer> = {
  "heddle.scalar@1": ScalarAttribute,
  "heddle.json@1": JsonAttribute,
};

/** The component that draws an attribute; of an unknown type the one that says so. */
export function rendererOf({ type, schemaVersion }: Pick<Attribute, "type" | "schemaVersion">): Renderer {
  return RENDERERS[`${type}@${schemaVersion}`] ?? UnsupportedAttribute;
}
