import type { ApiDocument, ApiOperation, ApiSchema } from "./api-document";

export interface ListedOperation extends ApiOperation {
  method: string;
  path: string;
}

/** Every operation of the API, in the order of the document. */
export function operationsOf(document: ApiDocument): ListedOperation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
    })),
  );
}

const REFERENCE = "#/components/schemas/";

/** Schemas that are worth a name; others only stand for JSON of any kind, which refers to itself. */
export function namedSchemas(document: ApiDocument): [name: string, schema: ApiSchema][] {
  return Object.entries(document.components.schemas).filter(([name]) => !isAnyJson(name));
}

function isAnyJson(name: string): boolean {
  return name.startsWith("__");
}

function referenceOf(schema: ApiSchema): string | null {
  return schema.$ref?.startsWith(REFERENCE) ? schema.$ref.slice(REFERENCE.length) : null;
}

/** Type of a value in words: `string`, `integer or null`, `array of Run`. */
export function typeWords(schema: ApiSchema): string {
  const reference = referenceOf(schema);
  if (reference !== null) return isAnyJson(reference) ? "any JSON" : reference;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeWords))].join(" or ");
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" or ");
  const types = [schema.type ?? "any"].flat();
  return types.map((type) => wordsOf(type, schema)).join(" or ");
}

function wordsOf(type: string, schema: ApiSchema): string {
  if (type === "array") return `array of ${schema.items ? typeWords(schema.items) : "any"}`;
  if (type === "object" && typeof schema.additionalProperties === "object")
    return `object of ${typeWords(schema.additionalProperties)}`;
  return type === "string" && schema.format ? schema.format : type;
}

/** Names of the schemas that a value of this one may hold, for links. */
export function referencesIn(schema: ApiSchema): string[] {
  const own = referenceOf(schema);
  const parts = [
    ...(schema.anyOf ?? schema.oneOf ?? []),
    ...(schema.items ? [schema.items] : []),
    ...(typeof schema.additionalProperties === "object" ? [schema.additionalProperties] : []),
  ];
  return [...new Set([...(own === null || isAnyJson(own) ? [] : [own]), ...parts.flatMap(referencesIn)])];
}

/** Limits of a value in words, as far as they are not those of every number. */
export function limitWords({
  minimum,
  maximum,
  minItems,
  maxItems,
  maxLength,
  default: standard,
}: ApiSchema): string[] {
  const words: string[] = [];
  if (standard !== undefined) words.push(`${JSON.stringify(standard)} when left out`);
  if (minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER) words.push(`at least ${minimum}`);
  if (maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER) words.push(`at most ${maximum}`);
  if (minItems !== undefined) words.push(`at least ${minItems} of them`);
  if (maxItems !== undefined) words.push(`at most ${maxItems} of them`);
  if (maxLength !== undefined) words.push(`at most ${maxLength} characters`);
  return words;
}

/** A request to copy. */
export function curlOf({ method, path, requestBody, parameters }: ListedOperation, secured: boolean): string {
  const needed = parameters.filter((one) => one.in === "query" && one.required);
  const query = needed.map(({ name }) => `${name}=<${name}>`).join("&");
  const types = Object.keys(requestBody?.content ?? {});
  const parts = [
    `curl ${method === "GET" ? "" : `-X ${method} `}"$HEDDLE_URL${path}${query && `?${query}`}"`,
    ...(secured ? ['-H "Authorization: Bearer $HEDDLE_API_KEY"'] : []),
    ...(types[0] ? [`-H "content-type: ${types[0]}"`, "--data-binary @body"] : []),
  ];
  return parts.join(" \\\n  ");
}
