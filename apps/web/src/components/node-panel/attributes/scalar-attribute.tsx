import type { Attribute } from "@heddle/contract";
import { formatStatistic } from "../../../format/number";

/** One value; a number is shortened, whole on hover. */
export function ScalarAttribute({ attribute: { value } }: { attribute: Attribute }) {
  if (typeof value === "number") return <span title={String(value)}>{formatStatistic(value)}</span>;
  if (typeof value === "string") return <span>{value === "" ? "empty text" : value}</span>;
  return <span className="font-mono text-11">{JSON.stringify(value)}</span>;
}
