export { createChannel, createChannelInput } from "./alert/channel/create";
export { listChannels } from "./alert/channel/list";
export { removeChannel, removeChannelInput } from "./alert/channel/remove";
export { testChannel, testChannelInput } from "./alert/channel/send-test";
export { updateChannel, updateChannelInput } from "./alert/channel/update";
export type { Channel } from "./alert/channel/view";
export { deliver } from "./alert/delivery/deliver";
export { findDueDeliveries } from "./alert/delivery/find-due";
export { listDeliveries, listDeliveriesInput } from "./alert/delivery/list";
export { retryDelivery, retryDeliveryInput } from "./alert/delivery/retry";
export type { Delivery } from "./alert/delivery/view";
export { evaluateRun } from "./alert/incident/evaluate-run";
export { findUntoldRuns } from "./alert/incident/find-untold";
export { createOutbound } from "./alert/outbound/outbound";
export type { SlackAccess } from "./alert/slack-access";
export { type AuthenticatedKey, authenticateApiKey } from "./api-key/authenticate";
export { createApiKey, createApiKeyInput } from "./api-key/create";
export { listApiKeys } from "./api-key/list";
export { noteApiKeyUse } from "./api-key/note-use";
export { revokeApiKey, revokeApiKeyInput } from "./api-key/revoke";
export { findUnhashed } from "./code-version/find-unhashed";
export { hashVersion } from "./code-version/hash-version";
export {
  authorise,
  type Context,
  type InstanceContext,
  type OrganizationContext,
  type Role,
} from "./context";
export { readEnvironment } from "./environment/read";
export { publicUrlOf, sharedEnvironment, wholeVariable } from "./environment/shared";
export { describeError } from "./error/describe-error";
export { DomainError, type DomainErrorCode } from "./error/domain-error";
export { readWorkerSeenAt } from "./health/worker-seen-at";
export { acceptBatch } from "./ingest/accept/accept-batch";
export { storeBlob } from "./ingest/accept/store-blob";
export { pointerOf, remedyOf } from "./ingest/batch/zod-issue";
export { type Drained, drain, drainSuspects } from "./ingest/drain/drain";
export { deleteOutbox, findLeftOutbox, type OutboxRow } from "./ingest/drain/outbox";
export { deleteOldReceipts } from "./ingest/receipt/delete-old-receipts";
export { type FirstSecrets, initialiseInstance } from "./instance/initialise";
export { resolveOrganization } from "./organization/resolve";
export type { Mail } from "./mail/mail";
export { listPipelines } from "./pipeline/list";
export { findProjectInOrganization } from "./project/find-in-organization";
export { listProjectsForUser } from "./project/list-for-user";
export { resolveProject } from "./project/resolve";
export { getRunChanges, type RunChangesView } from "./run/changes";
export { getRun } from "./run/get";
export { getRunWithNodes } from "./run/get-with-nodes";
export { getRunGraph } from "./run/graph";
export { getNodeInput, getRunInput, getRunWithNodesInput, listRunsInput } from "./run/inputs";
export { listRuns } from "./run/list";
export { getNode } from "./run/node";
export { deriveKey } from "./secret/derive-key";
export { SECRET_REMEDY, weaknessOfSecret } from "./secret/weak-secret";
export type { TenantContext } from "./tenant";
export { deleteOldAttempts } from "./throttle/delete-old-attempts";
export { type Limit, LIMITS } from "./throttle/limits";
export { requireAttempt } from "./throttle/take-attempt";
export { deleteOldTokens } from "./token/delete-old-tokens";
export { recordAccountEvent } from "./user/account-event";
export { createUser } from "./user/create";
export { createResetLink } from "./user/create-reset-link";
export { getUser, type UserView } from "./user/get";
export type { SecretLinks } from "./user/links";
export { requestReset, requestResetInput } from "./user/request-reset";
export { resetPassword, resetPasswordInput } from "./user/reset-password";
export { type Later, signInWithPassword } from "./user/sign-in";
