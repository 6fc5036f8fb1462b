import path from "node:path";

export const ROOT = path.join(import.meta.dirname, "../../..");

/** Of the instances: channels are sealed with it, so that the bench can make one. Worth nothing elsewhere. */
export const SECRET = "u7Lq2ZrVx9TdYh4KcNw8PbGs5MfEj3Ha";

/** What the product's processes get; nothing of the caller's own instance. */
export function productEnvironment(receiver: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, USER, LANG } = process.env;
  return {
    ...{ PATH, HOME, TMPDIR, USER, LANG },
    NODE_ENV: "production",
    HEDDLE_SECRET: SECRET,
    OUTBOUND_ALLOW_HOSTS: receiver,
    LOG_LEVEL: "warn",
    ...more,
  };
}
