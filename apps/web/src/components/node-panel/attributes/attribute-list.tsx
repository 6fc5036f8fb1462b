import type { Attribute, AttributeRole } from "@heddle/contract";
import { PanelSection } from "../../ui/side-panel";
import { rendererOf } from "./registry";

const TITLES: Record<AttributeRole, string> = {
  result: "Result",
  metric: "Metrics",
  parameter: "Parameters",
  info: "Also recorded",
};
const ORDER: AttributeRole[] = ["result", "metric", "parameter", "info"];

/** What was recorded beside the profile, each drawn by what its type asks for. */
export function AttributeList({ attributes }: { attributes: readonly Attribute[] }) {
  return ORDER.map((role) => {
    const group = attributes.filter((attribute) => attribute.role === role);
    if (group.length === 0) return null;
    return (
      <PanelSection key={role} title={TITLES[role]}>
        <dl className="text-12">
          {group.map((attribute) => {
            const Renderer = rendererOf(attribute);
            return (
              <div
                key={attribute.name}
                className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-2 border-t border-line py-1 first:border-t-0"
              >
                <dt className="truncate text-ink-3" title={attribute.name}>
                  {attribute.name || "value"}
                </dt>
                <dd className="min-w-0 break-words">
                  <Renderer attribute={attribute} />
                </dd>
              </div>
            );
          })}
        </dl>
      </PanelSection>
    );
  });
}
