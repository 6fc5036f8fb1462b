import { expect, test } from "vitest";
import { parseRecent, type Recent, withRecent } from "./recent";

const opened = (href: string): Recent => ({ kind: "node", label: href, detail: "", href });

test("the last one comes first, once, and six are kept", () => {
  const list = ["/a", "/b", "/c", "/a", "/d", "/e", "/f", "/g"].reduce<Recent[]>(
    (kept, href) => withRecent(kept, opened(href)),
    [],
  );
  expect(list.map(({ href }) => href)).toEqual(["/g", "/f", "/e", "/d", "/a", "/c"]);
  expect(parseRecent(JSON.stringify(list))).toEqual(list);
});

test.each([null, "", "{", "[1]", JSON.stringify([opened("https://elsewhere.example")])])(
  "%j is taken for nothing",
  (text) => expect(parseRecent(text)).toEqual([]),
);
