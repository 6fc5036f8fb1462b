import type { ApiSchema } from "@/documentation/api-document";
import { limitWords, referencesIn, typeWords } from "@/documentation/api-operations";
import { InlineText } from "./inline-text";

/** The fields of an object, with those of the objects in it below them. */
export function SchemaFields({ schema, depth = 0 }: { schema: ApiSchema; depth?: number }) {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return <SchemaType schema={schema} />;
  return (
    <dl className={depth === 0 ? "border-t border-line" : "mt-1 border-l border-line pl-3"}>
      {fields.map(([name, field]) => (
        <div key={name} className={depth === 0 ? "border-b border-line py-2" : "py-1"}>
          <dt className="flex flex-wrap items-baseline gap-x-2 text-12">
            <code className="font-medium break-all">{name}</code>
            <SchemaType schema={field} />
            {schema.required?.includes(name) ? null : (
              <span className="text-11 text-ink-3">may be left out</span>
            )}
          </dt>
          <dd className="text-13 text-ink-2">
            {field.description ? <InlineText text={field.description} /> : null}
            {limitWords(field).length > 0 ? (
              <span className="block text-12 text-ink-3">{limitWords(field).join(", ")}</span>
            ) : null}
            {innerObjects(field).map((inner, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: alternatives have no names.
              <SchemaFields key={index} schema={inner} depth={depth + 1} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Objects that are written out inside of a field; others are referred to by name. */
function innerObjects(schema: ApiSchema): ApiSchema[] {
  if (schema.properties) return [schema];
  const parts = [...(schema.anyOf ?? schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])];
  return parts.flatMap(innerObjects);
}

/** Type in words; names of other schemas lead to them. */
export function SchemaType({ schema }: { schema: ApiSchema }) {
  const references = referencesIn(schema);
  const pieces = typeWords(schema).split(/\b/);
  return (
    <span className="text-12 break-words text-ink-2">
      {pieces.map((piece, index) =>
        references.includes(piece) ? (
          <a
            // biome-ignore lint/suspicious/noArrayIndexKey: a word of a text is its place in it.
            key={index}
            href={`#schema-${piece}`}
            className="text-accent underline decoration-accent-line underline-offset-2"
          >
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </span>
  );
}
