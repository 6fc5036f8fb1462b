import { describe, expect, it } from "vitest";
import { readAllowHosts, wrongAllowHost } from "./allow-hosts";

describe("readAllowHosts", () => {
  it("reads a comma list, without blanks and in lower case", () => {
    expect(readAllowHosts("")).toEqual([]);
    expect(readAllowHosts(" Chat.Example.lan:8065 ,,127.0.0.1:20800,[::1]:9000")).toEqual([
      "chat.example.lan:8065",
      "127.0.0.1:20800",
      "[::1]:9000",
    ]);
    expect(wrongAllowHost(" Chat.Example.lan:8065 ,,127.0.0.1:20800,[::1]:9000")).toBeUndefined();
  });

  it.each(["example.com", "https://example.com:443", "example.com:", ":443", "a b:443", "u@h:443"])(
    "names %j, which would never match",
    (entry) => expect(wrongAllowHost(`ok.example:1,${entry}`)).toBe(entry),
  );
});
