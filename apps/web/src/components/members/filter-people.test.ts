import { expect, it } from "vitest";
import { filterPeople } from "./filter-people";

const people = [
  { name: "Tomás van der Berg", email: "tomas@example.org" },
  { name: "Priya Nair", email: "priya@example.com" },
];

it.each([
  ["", ["Tomás van der Berg", "Priya Nair"]],
  ["  tomas ", ["Tomás van der Berg"]],
  ["NAIR example", ["Priya Nair"]],
  ["example.org", ["Tomás van der Berg"]],
  ["nair tomas", []],
])("“%s” finds %j", (text, names) =>
  expect(filterPeople(people, text).map(({ name }) => name)).toEqual(names),
);
