/** In a "jsonb not null" column null is the JSON value, in a "jsonb" column it is SQL's. */
export type ColumnType =
  | "text"
  | "text[]"
  | "uuid"
  | "integer"
  | "bigint"
  | "double precision"
  | "boolean"
  | "timestamptz"
  | "bytea"
  | "jsonb"
  | "jsonb not null";

export interface Column {
  name: string;
  type: ColumnType;
}

/** The type that a column's values finally have. */
export function cast(type: ColumnType): string {
  return type === "jsonb not null" ? "jsonb" : type;
}

/** The type they travel as: jsonb and arrays go as text, since arrays of them would be parsed twice or nest. */
export function carrier(type: ColumnType): string {
  return type === "text[]" || cast(type) === "jsonb" ? "text" : type;
}
