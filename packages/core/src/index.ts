export { type AuthenticatedKey, authenticateApiKey } from "./api-key/authenticate";
export { createApiKey, createApiKeyInput } from "./api-key/create";
export { listApiKeys } from "./api-key/list";
export { noteApiKeyUse } from "./api-key/note-use";
export { revokeApiKey, revokeApiKeyInput } from "./api-key/revoke";
export type { ApiKeyView } from "./api-key/view";
export {
  type Ability,
  type Actor,
  type ApiKeyScope,
  authorise,
  type Context,
  type InstanceContext,
  type Role,
} from "./context";
export { DomainError, type DomainErrorCode } from "./error/domain-error";
export { invariant } from "./error/invariant";
export { type FirstSecrets, initialiseInstance } from "./instance/initialise";
export { listProjectsForUser, type ProjectView } from "./project/list-for-user";
export { resolveProject } from "./project/resolve";
export { getRun } from "./run/get";
export { getRunGraph } from "./run/graph";
export { getNodeInput, getRunInput, listRunsInput } from "./run/inputs";
export { listRuns } from "./run/list";
export { getNode } from "./run/node";
export { deriveKey } from "./secret/derive-key";
export { open, seal } from "./secret/seal";
export { createUser, createUserInput } from "./user/create";
export { endSessions } from "./user/end-sessions";
export { getUser, type UserView } from "./user/get";
export { verifyPassword } from "./user/verify-password";
