import type { ThemeRegistrationRaw } from "shiki";
import type { TokenKind } from "./tokens";

/** Kinds by the colour that stands for them inside the highlighter; the page colours them by tokens. */
export const KIND_OF_COLOUR: Record<string, Exclude<TokenKind, "plain">> = {
  "#000001": "key",
  "#000002": "str",
  "#000003": "num",
  "#000004": "fn",
  "#000005": "com",
};

const rule = (foreground: string, ...scope: string[]) => ({ scope, settings: { foreground } });

/** A theme of kinds in place of colours. Later rules win over earlier ones of the same depth. */
export const kindTheme: ThemeRegistrationRaw = {
  name: "heddle-kinds",
  type: "light",
  settings: [
    { settings: { foreground: "#000000", background: "#ffffff" } },
    rule("#000001", "keyword", "storage", "constant.language", "variable.language"),
    rule("#000000", "keyword.operator", "storage.type.function.arrow"),
    rule("#000001", "keyword.operator.new", "keyword.operator.expression", "keyword.operator.logical.python"),
    rule("#000002", "string", "punctuation.definition.string", "constant.character", "string.regexp"),
    rule("#000003", "constant.numeric"),
    rule("#000004", "entity.name.function", "support.function", "meta.function-call.generic"),
    rule("#000005", "comment", "punctuation.definition.comment", "string.quoted.docstring"),
  ],
};
