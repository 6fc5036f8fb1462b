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
export { deriveKey } from "./secret/derive-key";
export { open, seal } from "./secret/seal";
