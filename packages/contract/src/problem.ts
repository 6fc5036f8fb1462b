import { z } from "zod";
import { text } from "./primitives";

/** Body of every answer of the HTTP API that is not 2xx. */
export const problemSchema = z
  .object({
    code: text.meta({ description: "Stable name of the error, for programs." }),
    message: text.meta({ description: "What happened, for people." }),
    path: text.meta({ description: "Where in the request, as a JSON Pointer; empty when it is the whole." }),
    fix: text.meta({ description: "How to mend it." }),
  })
  .meta({ id: "Problem" });

export type Problem = z.infer<typeof problemSchema>;
