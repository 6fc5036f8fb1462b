export { createChannel, createChannelInput } from "./alert/channel/create";
export { listChannels } from "./alert/channel/list";
export { removeChannel, removeChannelInput } from "./alert/channel/remove";
export { type ChannelTest, testChannel, testChannelInput } from "./alert/channel/send-test";
export { updateChannel, updateChannelInput } from "./alert/channel/update";
export type { Channel } from "./alert/channel/view";
export { deliver } from "./alert/delivery/deliver";
export { findDueDeliveries } from "./alert/delivery/find-due";
export { listDeliveries, listDeliveriesInput } from "./alert/delivery/list";
export { retryDelivery, retryDeliveryInput } from "./alert/delivery/retry";
export type { Delivery } from "./alert/delivery/view";
export { evaluateRun } from "./alert/incident/evaluate-run";
export { findUntoldRuns } from "./alert/incident/find-untold";
export { createOutbound, type Outbound } from "./alert/outbound/outbound";
export type { SlackAccess } from "./alert/slack-access";
export { type AuthenticatedKey, authenticateApiKey } from "./api-key/authenticate";
export { createApiKey, createApiKeyInput } from "./api-key/create";
export { listApiKeys } from "./api-key/list";
export { noteApiKeyUse } from "./api-key/note-use";
export { revokeApiKey, revokeApiKeyInput } from "./api-key/revoke";
export type { ApiKeyView } from "./api-key/view";
export { findUnhashed } from "./code-version/find-unhashed";
export { hashVersion } from "./code-version/hash-version";
export type { CodeChange, RunChanges } from "./comparison/change";
export {
  type Ability,
  type Actor,
  type ApiKeyScope,
  authorise,
  type Context,
  type InstanceContext,
  type Role,
} from "./context";
export { describeError } from "./error/describe-error";
export { DomainError, type DomainErrorCode } from "./error/domain-error";
export { invariant } from "./error/invariant";
export { readWorkerSeenAt } from "./health/worker-seen-at";
export { type AcceptedBatch, acceptBatch } from "./ingest/accept/accept-batch";
export { storeBlob } from "./ingest/accept/store-blob";
export type { BatchEncoding } from "./ingest/batch/inflate";
export { pointerOf, remedyOf } from "./ingest/batch/zod-issue";
export { type Drained, drain, drainSuspects } from "./ingest/drain/drain";
export { deleteOutbox, findLeftOutbox, type OutboxRow } from "./ingest/drain/outbox";
export { deleteOldReceipts } from "./ingest/receipt/delete-old-receipts";
export { type FirstSecrets, initialiseInstance } from "./instance/initialise";
export { listPipelines } from "./pipeline/list";
export { listProjectsForUser, type ProjectView } from "./project/list-for-user";
export { resolveProject } from "./project/resolve";
export { getRunChanges } from "./run/changes";
export { getRun } from "./run/get";
export { getRunWithNodes } from "./run/get-with-nodes";
export { getRunGraph } from "./run/graph";
export { getNodeInput, getRunInput, getRunWithNodesInput, listRunsInput } from "./run/inputs";
export { listRuns } from "./run/list";
export { getNode } from "./run/node";
export { deriveKey } from "./secret/derive-key";
export { open, seal } from "./secret/seal";
export { createUser, createUserInput } from "./user/create";
export { endSessions } from "./user/end-sessions";
export { getUser, type UserView } from "./user/get";
export { verifyPassword } from "./user/verify-password";
