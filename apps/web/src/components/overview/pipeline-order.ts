/** Rows in the order of `order`, then those that it does not name as they come. */
export function inOrder<Row extends { name: string }>(rows: readonly Row[], order: readonly string[]): Row[] {
  const places = new Map(order.map((name, place) => [name, place]));
  const placeOf = ({ name }: Row) => places.get(name) ?? order.length;
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b));
}
