export { type ProfileOptions, profileValue } from "./profile-value";
export { isSecretName } from "./secrets/is-secret-name";
export { maskSecrets, maskTokens } from "./secrets/mask-secrets";
