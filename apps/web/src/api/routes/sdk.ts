import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { refusal } from "../problem";
import { problems } from "../responses";
import type { Route } from "../route";

const FILE = fileURLToPath(new URL("../../../public/sdk/sdk.tgz", import.meta.url));

export const sdkRoute: Route = {
  method: "get",
  path: "/sdk.tgz",
  access: "public",
  operation: {
    operationId: "getSdk",
    summary: "Download the TypeScript SDK of this very version",
    description: "`npm install <address of the instance>/sdk.tgz`",
    responses: {
      "200": {
        description: "An npm package.",
        content: { "application/gzip": { schema: z.string().meta({ format: "binary" }) } },
      },
      ...problems(404),
    },
  },
  async handle(c) {
    const found = await stat(FILE).catch(() => null);
    if (!found) return refusal(404, "not_built", "The SDK has not been packed.", "Run `npm run build`.");
    c.header("content-type", "application/gzip");
    c.header("content-length", String(found.size));
    c.header("cache-control", "no-cache");
    return c.body(Readable.toWeb(createReadStream(FILE)) as ReadableStream);
  },
};
