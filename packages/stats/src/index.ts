export { type ProfileOptions, profileValue } from "./profile-value";
export { isSecretName } from "./secrets/is-secret-name";
export { maskSecrets } from "./secrets/mask-secrets";
