import type { Attribute } from "@heddle/contract";
import { JsonAttribute } from "./json-attribute";

/** An attribute of a type, or of a version, that this dashboard does not know: said, and shown raw. */
export function UnsupportedAttribute({ attribute }: { attribute: Attribute }) {
  return (
    <details>
      <summary className="text-ink-2">
        <span className="font-mono text-11">
          {attribute.type}@{attribute.schemaVersion}
        </span>{" "}
        <span className="text-ink-3">has no picture here</span>
      </summary>
      <JsonAttribute attribute={attribute} />
    </details>
  );
}
