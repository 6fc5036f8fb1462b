import { apiKeyListSchema, newApiKeySchema } from "@heddle/contract";
import { createApiKey, createApiKeyInput, listApiKeys, revokeApiKey, revokeApiKeyInput } from "@heddle/core";
import { z } from "zod";
import { parse } from "../parse";
import { readJson } from "../read-json";
import { problems } from "../responses";
import type { Route } from "../route";

export const listKeysRoute: Route = {
  method: "get",
  path: "/api/v1/keys",
  access: "admin",
  about: "tenant",
  operation: {
    operationId: "listKeys",
    summary: "List API keys",
    description:
      "Those of the project, or those of the organisation itself: all active ones, then the hundred newest of those that were revoked or have expired. Never the keys themselves.",
    responses: {
      "200": { description: "Keys.", content: { "application/json": { schema: apiKeyListSchema } } },
      ...problems(400, 401, 403, 404),
    },
  },
  async handle(c, _services, caller) {
    return c.json({ keys: await listApiKeys({ ctx: await caller.tenant() }) });
  },
};

export const createKeyRoute: Route = {
  method: "post",
  path: "/api/v1/keys",
  access: "admin",
  about: "tenant",
  operation: {
    operationId: "createKey",
    summary: "Create an API key",
    description:
      "A key of the project or of the organisation, with any scopes. It must not outlive the key that makes it.",
    requestBody: { required: true, content: { "application/json": { schema: createApiKeyInput } } },
    responses: {
      "201": { description: "Made.", content: { "application/json": { schema: newApiKeySchema } } },
      ...problems(400, 401, 403, 404, 409, 413),
    },
  },
  async handle(c, { keys }, caller) {
    const ctx = await caller.tenant();
    const input = parse(createApiKeyInput, await readJson(c.req.raw));
    const made = await createApiKey({ ctx, input, hashingKey: keys.apiKey });
    return c.json(made, 201, { "cache-control": "no-store" });
  },
};

const keyParameters = z.object({ id: z.string().meta({ description: "Id of the key.", format: "uuid" }) });

export const revokeKeyRoute: Route = {
  method: "delete",
  path: "/api/v1/keys/{id}",
  access: "admin",
  about: "tenant",
  operation: {
    operationId: "revokeKey",
    summary: "Revoke an API key",
    description:
      "Requests with it are refused within five seconds. A key may revoke itself; revoking again changes nothing.",
    requestParams: { path: keyParameters },
    responses: { "204": { description: "Revoked." }, ...problems(400, 401, 403, 404) },
  },
  async handle(c, _services, caller) {
    const input = parse(revokeApiKeyInput, parse(keyParameters, c.req.param()));
    await revokeApiKey({ ctx: await caller.tenant(), input });
    return c.body(null, 204);
  },
};
