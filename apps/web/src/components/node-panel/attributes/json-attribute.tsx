import type { Attribute } from "@heddle/contract";

const LIMIT = 4000;

/** A value as JSON text. */
export function JsonAttribute({ attribute }: { attribute: Attribute }) {
  const text = JSON.stringify(attribute.value, null, 2);
  return (
    <pre className="max-h-60 overflow-auto font-mono text-11 break-all whitespace-pre-wrap">
      {text.length > LIMIT ? `${text.slice(0, LIMIT)}\n…` : text}
    </pre>
  );
}
