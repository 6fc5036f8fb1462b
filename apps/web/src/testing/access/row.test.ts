import { expect, test } from "vitest";
import { differences, unnamedIds } from "./compare";
import { expectedOf } from "./expected";
import { PEOPLE } from "./people";

test("a route that is not on the table is named, and so is a row without a route", () => {
  expect(differences(["runs.get", "keys.list"], ["keys.list", "runs.get"])).toEqual([]);
  expect(differences(["runs.get"], ["runs.get", "backdoor.open"])).toEqual([
    expect.stringMatching(/^backdoor\.open is served and not on the table/),
  ]);
  expect(differences(["runs.get", "gone"], ["runs.get"])).toEqual(["gone is on the table and not served"]);
});

test("a field that may name a row has to be on the table as one", () => {
  const fields = ["runId", "id", "ids", "name", "cursor", "width"];
  expect(unnamedIds(fields, { ids: ["id"], places: ["cursor"] })).toEqual(["runId", "ids"]);
  expect(unnamedIds(fields, {})).toEqual(["runId", "id", "ids", "cursor"]);
});

test.each([
  ["visitor", "anyone", "open"],
  ["visitor", "user", "UNAUTHORIZED"],
  ["visitor", "project viewer", "UNAUTHORIZED"],
  ["visitor", "operator", "UNAUTHORIZED"],
  ["operator of the instance", "operator", "open"],
  ["operator of the instance", "project viewer", "NOT_FOUND"],
  ["owner", "operator", "NOT_FOUND"],
  ["owner of another organisation", "user", "open"],
  ["owner of another organisation", "project viewer", "NOT_FOUND"],
  ["owner of another organisation", "organization viewer", "NOT_FOUND"],
  ["viewer", "project viewer", "open"],
  ["viewer", "project member", "FORBIDDEN"],
  ["admin", "organization admin", "open"],
  ["admin", "organization owner", "FORBIDDEN"],
  ["viewer who administers the project", "project admin", "open"],
  ["viewer who administers the project", "organization admin", "FORBIDDEN"],
  ["guest who administers", "project admin", "open"],
  ["guest who administers", "organization viewer", "NOT_FOUND"],
  ["guest who views", "project member", "FORBIDDEN"],
  ["former owner", "project viewer", "NOT_FOUND"],
  ["owner who signed out everywhere", "project viewer", "UNAUTHORIZED"],
] as const)("to a %s, what is for %s is %s", (name, who, verdict) => {
  expect(expectedOf(who, PEOPLE[name])).toBe(verdict);
});
