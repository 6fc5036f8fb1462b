import { z } from "zod";
import { instant, text } from "../primitives";

export const apiKeyScopeSchema = z.enum(["ingest", "read", "admin"]).meta({
  id: "ApiKeyScope",
  description: "`ingest`: send runs. `read`: read runs. `admin`: manage. None holds another.",
});

export const apiKeySchema = z
  .object({
    id: z.uuid(),
    name: text,
    prefix: text.meta({ description: "The key's first characters, to tell keys apart." }),
    scopes: z.array(apiKeyScopeSchema),
    createdBy: text.meta({ description: "E-mail of who made it, or which key." }),
    createdAt: instant,
    expiresAt: instant.nullable().meta({ description: "When it ends by itself; null for never." }),
    lastUsedAt: instant.nullable().meta({ description: "Exact to a minute." }),
    revokedAt: instant.nullable(),
  })
  .meta({ id: "ApiKey" });
export type ApiKey = z.infer<typeof apiKeySchema>;

export const apiKeyListSchema = z.object({ keys: z.array(apiKeySchema) }).meta({ id: "ApiKeyList" });

export const newApiKeySchema = apiKeySchema
  .extend({ key: text.meta({ description: "The key itself, in this answer and nowhere else." }) })
  .meta({ id: "NewApiKey" });
export type NewApiKey = z.infer<typeof newApiKeySchema>;
