import { parseAsStringLiteral } from "nuqs/server";

/** What the URL of a failure's page says. */
export const failureParams = {
  message: parseAsStringLiteral(["slack", "webhook"] as const).withDefault("slack"),
};
