export { profileValue } from "./profile-value";
export { isSecretName } from "./secrets/is-secret-name";
export { MASK, maskSecrets, maskTokens } from "./secrets/mask-secrets";
