import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { curlOf, limitWords, operationsOf, referencesIn, typeWords } from "./api-operations";
import { createDocumentation } from "./create-documentation";
import { API_REFERENCE, GUIDES, guideLink } from "./guides";
import { headingIds } from "./heading-ids";
import { parseGuide } from "./parse-guide";

const documentation = createDocumentation("https://heddle.test");

test.each(GUIDES)("$file has one title, and its links lead somewhere", async ({ file }) => {
  const text = await documentation.readGuide(file);
  const guide = await parseGuide(text);
  expect(guide.title).not.toBe("");
  expect(guide.tokens.filter((token) => token.type === "heading" && token.depth === 1)).toHaveLength(1);
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, href = ""]) => href);
  for (const href of links.filter((one) => one.endsWith(".md"))) expect(guideLink(href), href).not.toBeNull();
});

test("links between guides lead to pages, those into the repository to none, others where they say", () => {
  expect(guideLink("sign-in.md#github")).toBe("/docs/sign-in#github");
  expect(guideLink("../examples/airline-features")).toBeNull();
  expect(guideLink("javascript:alert(1)")).toBeNull();
  expect(guideLink("data:text/html,x")).toBeNull();
  expect(guideLink("https://example.org")).toBe("https://example.org");
  expect(guideLink("#keys")).toBe("#keys");
});

test("headings that are the same have different ids", () => {
  const idOf = headingIds();
  expect(["What is recorded?", "what is recorded", "Ö & 3"].map(idOf)).toEqual([
    "what-is-recorded",
    "what-is-recorded-1",
    "ö-3",
  ]);
});

test("the reference has every operation, and no reference without its schema", async () => {
  const document = documentation.api();
  const operations = operationsOf(document);
  const names = operations.map(({ method, path }) => `${method} ${path}`);
  expect(names).toContain("POST /api/v1/telemetry");
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  const guide = await readFile(new URL("../../../../docs/http-api.md", import.meta.url), "utf8");
  for (const name of names.filter((one) => one.includes("/v1/"))) expect(guide).toContain(`\`${name}\``);
  const all = Object.values(document.components.schemas).flatMap((schema) =>
    [schema, ...Object.values(schema.properties ?? {})].flatMap(referencesIn),
  );
  for (const reference of all) expect(document.components.schemas).toHaveProperty(reference);
  expect(API_REFERENCE.title).not.toBe("");
});

test("types and limits are said in words", () => {
  expect(typeWords({ type: ["string", "null"], format: "uuid" })).toBe("uuid or null");
  expect(typeWords({ anyOf: [{ $ref: "#/components/schemas/Run" }, { type: "null" }] })).toBe("Run or null");
  expect(typeWords({ type: "array", items: { enum: ["a", "b"] } })).toBe('array of "a" or "b"');
  expect(limitWords({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, default: 50 })).toEqual([
    "50 when left out",
    "at least 0",
  ]);
});

test("a request to copy has its method, key, needed parameters and kind of body", () => {
  const operation = { operationId: "x", summary: "", responses: {}, method: "PUT", path: "/b/{sha256}" };
  const parameters = [{ in: "query", name: "day", required: true, schema: {} }];
  const requestBody = { content: { "text/plain": { schema: {} } } };
  expect(curlOf({ ...operation, parameters, requestBody }, true).split(" \\\n  ")).toEqual([
    'curl -X PUT "$HEDDLE_URL/b/{sha256}?day=<day>"',
    '-H "Authorization: Bearer $HEDDLE_API_KEY"',
    '-H "content-type: text/plain"',
    "--data-binary @body",
  ]);
});
