import { readFile } from "node:fs/promises";
import { describeRoutes } from "../api/openapi";
import { createRoutes } from "../api/routes";
import { type ApiDocument, apiDocumentSchema } from "./api-document";
import type { Documentation } from "./documentation";

const FOLDER = new URL("../../../../docs/", import.meta.url);

export function createDocumentation(publicUrl: string): Documentation {
  let api: ApiDocument | undefined;
  return {
    readGuide: (file) => readFile(new URL(file, FOLDER), "utf8"),
    api: () => {
      api ??= apiDocumentSchema.parse(describeRoutes(createRoutes(publicUrl), publicUrl));
      return api;
    },
  };
}
