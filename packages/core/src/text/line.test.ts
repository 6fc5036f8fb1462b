import { expect, test } from "vitest";
import { createApiKeyInput } from "../api-key/create";
import { organizationName } from "../organization/name";
import { projectDescription, projectName } from "../project/fields";
import { nameSchema } from "../user/create";
import { lineOfText } from "./line";

const names = [
  ["an organisation", organizationName, 100],
  ["a project", projectName, 100],
  ["an API key", createApiKeyInput.shape.name, 100],
  ["a person", nameSchema, 200],
] as const;

test.each(names)("the name of %s is one line of limited length", (_, schema, max) => {
  expect(schema.parse("  Zoë 👩‍🔬\n")).toBe("Zoë 👩‍🔬");
  expect(schema.parse("a".repeat(max))).toHaveLength(max);
  for (const bad of [
    "",
    " \n ",
    "a".repeat(max + 1),
    "two\nlines",
    "two\u2028lines",
    "\x1b[31mred",
    "a\0b",
  ]) {
    expect(schema.safeParse(bad).success, JSON.stringify(bad)).toBe(false);
  }
});

test.each(["a\nb", "a\rb", "a\tb", "a\u0085b", "a\u2029b", "a\x7fb", "a\ud800b"])("%j is refused", (text) => {
  expect(lineOfText(10).safeParse(text).error?.issues).toMatchObject([{ message: "A name is one line." }]);
});

test("descriptions have lines", () => {
  expect(projectDescription.parse("One.\nTwo.")).toBe("One.\nTwo.");
});
