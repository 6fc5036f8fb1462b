import { createApiKey, createApiKeyInput, listApiKeys, revokeApiKey, revokeApiKeyInput } from "@heddle/core";
import { router } from "../init";
import { projectProcedure } from "../procedures";

export const keysRouter = router({
  list: projectProcedure.query(({ ctx }) => listApiKeys({ ctx: ctx.core })),

  /** The answer is the only place where the key itself ever appears. */
  create: projectProcedure
    .input(createApiKeyInput)
    .mutation(({ ctx, input }) =>
      createApiKey({ ctx: ctx.core, input, hashingKey: ctx.services.keys.apiKey }),
    ),

  revoke: projectProcedure
    .input(revokeApiKeyInput)
    .mutation(({ ctx, input }) => revokeApiKey({ ctx: ctx.core, input })),
});
