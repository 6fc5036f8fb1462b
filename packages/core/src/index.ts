export { createChannel, createChannelInput } from "./alert/channel/create";
export type { ChannelKind } from "./alert/channel/kind";
export { listChannels } from "./alert/channel/list";
export { removeChannel, removeChannelInput } from "./alert/channel/remove";
export { revealChannelSecret, revealChannelSecretInput } from "./alert/channel/reveal-secret";
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
export { AUDIT_ACTIONS, type AuditAction } from "./audit/action";
export { listAuditEventsInput } from "./audit/inputs";
export { listAuditEvents } from "./audit/list";
export { type CatalogFacets, readCatalogFacets } from "./catalog/facets";
export {
  listCatalogNodesInput,
  listCatalogPipelinesInput,
  readCatalogFacetsInput,
} from "./catalog/inputs";
export { listCatalogNodes } from "./catalog/nodes";
export { type CatalogPipeline, listCatalogPipelines } from "./catalog/pipelines";
export type { CatalogNode } from "./catalog/view";
export { findUnhashed } from "./code-version/find-unhashed";
export { hashVersion } from "./code-version/hash-version";
export { chooseRuns } from "./comparison/choose-runs";
export { type ColumnRow, compareColumns } from "./comparison/compare-columns";
export { compareGraph } from "./comparison/compare-graph";
export {
  chooseRunsInput,
  compareColumnsInput,
  comparePageInput,
  compareRunsInput,
} from "./comparison/compare-inputs";
export { type ComparedNodes, compareNodes } from "./comparison/compare-nodes";
export { type ComparisonSummary, compareSummary } from "./comparison/compare-summary";
export type { Cause } from "./comparison/explain";
export { suggestRuns } from "./comparison/suggest-runs";
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
export { acknowledgeFailure, acknowledgeFailureInput } from "./failure/acknowledge";
export { type FailureDetail, getFailure, getFailureInput } from "./failure/get";
export { listFailures, listFailuresInput } from "./failure/list";
export { muteFailure, muteFailureInput } from "./failure/mute";
export type { FailureState } from "./failure/state";
export { failureStripsInput, type PipelineStrip, readFailureStrips } from "./failure/strips";
export type { FailureEvent } from "./failure/timeline";
export type { FailureRun, FailureSummary } from "./failure/view";
export { leaveProject } from "./grant/leave";
export { listGrants, type ProjectPerson } from "./grant/list";
export { removeGrant, removeGrantInput } from "./grant/remove";
export { setGrant, setGrantInput } from "./grant/set";
export { readWorkerSeenAt } from "./health/worker-seen-at";
export { connectIdentity } from "./identity/connect";
export { disconnectIdentity, disconnectIdentityInput } from "./identity/disconnect";
export { dropOffer } from "./identity/drop-offer";
export { type IdentityFacts, identityFacts, type Provider } from "./identity/facts";
export { invitationSecretIn } from "./identity/invitation";
export type { NextStep } from "./identity/next-step";
export { OFFER_MS } from "./identity/offer";
export { type OfferView, readOffer } from "./identity/read-offer";
export { receiveIdentity } from "./identity/receive";
export { signUpWithIdentity } from "./identity/sign-up";
export { acceptBatch } from "./ingest/accept/accept-batch";
export { storeBlob } from "./ingest/accept/store-blob";
export { pointerOf, remedyOf } from "./ingest/batch/zod-issue";
export { type Drained, drain, drainSuspects } from "./ingest/drain/drain";
export { deleteOutbox, findLeftOutbox, type OutboxRow } from "./ingest/drain/outbox";
export { type InboxState, type ProjectInbox, readInboxState } from "./ingest/inbox-state/read-inbox-state";
export { deleteOldReceipts } from "./ingest/receipt/delete-old-receipts";
export { awaitsFirstSignIn } from "./instance/awaits-first-sign-in";
export { type FirstSecrets, initialiseInstance } from "./instance/initialise";
export type { OperatorContext } from "./instance/operator";
export { acceptInvitation } from "./invitation/accept";
export {
  createInvitation,
  createInvitationInput,
  createProjectInvitationInput,
} from "./invitation/create";
export { getInvitation, type InvitationPreview, invitationTokenInput } from "./invitation/get";
export { listInvitations } from "./invitation/list";
export { revokeInvitation, revokeInvitationInput } from "./invitation/revoke";
export type { InvitationView } from "./invitation/view";
export type { Mail } from "./mail/mail";
export { type GuestView, listMembers, type MemberView } from "./member/list";
export { removeMember, removeMemberInput } from "./member/remove";
export { createMemberResetLink, memberResetLinkInput } from "./member/reset-link";
export { updateMember, updateMemberInput } from "./member/update";
export { getNodeChange, type NodeChange } from "./node/change";
export { listNodeCodes, type NodeCodes } from "./node/codes";
export type { Distribution } from "./node/distribution";
export { listNodeFailures } from "./node/failures";
export { getNodePage, type NodePage } from "./node/get";
export { getNodeHistory, type HistoryRun, type NodeHistory } from "./node/history";
export { getNodePageInput, nodeChangeInput, nodeHistoryInput, nodePlaceInput } from "./node/inputs";
export { createOrganization, createOrganizationInput } from "./organization/create";
export { getOrganization, type OrganizationView } from "./organization/get";
export { leaveOrganization } from "./organization/leave";
export { listOrganizationsForUser, type OrganizationSummary } from "./organization/list-for-user";
export { mayCreateOrganization } from "./organization/may-create";
export { removeOrganization } from "./organization/remove";
export { resolveOrganization } from "./organization/resolve";
export { restoreOrganization, restoreOrganizationInput } from "./organization/restore";
export { transferOrganization, transferOrganizationInput } from "./organization/transfer";
export { updateOrganization, updateOrganizationInput } from "./organization/update";
export { listRecentChanges, recentChangesInput } from "./overview/changes/list";
export type { RecentChange } from "./overview/changes/view";
export type { OverviewRange } from "./overview/range";
export { overviewInput, readOverview } from "./overview/read";
export type { Overview } from "./overview/view";
export { listPipelines } from "./pipeline/list";
export { countExpiredInput, countExpiredRuns } from "./project/count-expired";
export { createProject, createProjectInput } from "./project/create";
export { findProjectInOrganization } from "./project/find-in-organization";
export { getProject } from "./project/get";
export { listProjects } from "./project/list";
export { listProjectsForUser, type ProjectView } from "./project/list-for-user";
export { type ProjectsOverview, readProjectsOverview } from "./project/overview";
export { removeProject } from "./project/remove";
export { resolveProject } from "./project/resolve";
export { restoreProject, restoreProjectInput } from "./project/restore";
export { transferProject, transferProjectInput } from "./project/transfer";
export { updateProject, updateProjectInput } from "./project/update";
export { deleteExpiredRuns } from "./retention/delete-expired-runs";
export { findPurgeableProjects } from "./retention/find-purgeable";
export { findRetainedProjects } from "./retention/find-retained";
export { purgeOrganizations } from "./retention/purge-organizations";
export { purgeProject } from "./retention/purge-project";
export { removeUnused } from "./retention/remove-unused";
export { getRunChanges, type RunChangesView } from "./run/changes";
export { getRunCode, getRunFile, type RunCode } from "./run/code";
export { listRunColumns, type RunColumn } from "./run/columns";
export { type RunFacets, readRunFacets } from "./run/facets";
export { runFilterInput } from "./run/filter/inputs";
export { getRun } from "./run/get";
export { getRunWithNodes } from "./run/get-with-nodes";
export { getRunGraph } from "./run/graph";
export { type RunHistogram, readRunHistogram, runHistogramInput } from "./run/histogram";
export { getNodeInput, getRunInput, getRunWithNodesInput, listRunsInput } from "./run/inputs";
export { getRunLedger, type LedgerBatch, type RunLedger } from "./run/ledger";
export { listRuns } from "./run/list";
export { getNode } from "./run/node";
export { getRunFileInput, getRunLedgerInput, listRunColumnsInput } from "./run/page-inputs";
export { getRunSiblings } from "./run/siblings";
export { getUsualNodes, type UsualNode } from "./run/usual-nodes";
export { searchInput } from "./search/inputs";
export { search } from "./search/search";
export type { FoundNode, FoundPipeline, FoundRun, FoundVersion, SearchResults } from "./search/view";
export { deriveKey } from "./secret/derive-key";
export { slugText } from "./slug/slug";
export type { TenantContext } from "./tenant";
export { deleteOldAttempts } from "./throttle/delete-old-attempts";
export { LIMITS, type Limit } from "./throttle/limits";
export { requireAttempt, takeAttempt } from "./throttle/take-attempt";
export { deleteOldTokens } from "./token/delete-old-tokens";
export { changeEmail, changeEmailInput } from "./user/change-email";
export { changePassword, changePasswordInput } from "./user/change-password";
export { confirm, confirmInput } from "./user/confirm";
export { createUser } from "./user/create";
export { endSessions } from "./user/end-sessions";
export { type AccountEvent, listAccountEvents, listAccountEventsInput } from "./user/events";
export { getUser, type UserView } from "./user/get";
export { getAccount } from "./user/get-account";
export type { SecretLinks } from "./user/links";
export { readLink } from "./user/read-link";
export { removeUser, removeUserInput } from "./user/remove";
export { requestEmailChange } from "./user/request-email-change";
export { requestReset, requestResetInput } from "./user/request-reset";
export { requestSignUp } from "./user/request-sign-up";
export { resetPassword, resetPasswordInput } from "./user/reset-password";
export { signInWithPassword } from "./user/sign-in";
export { signUp, signUpInput } from "./user/sign-up";
export { updateUser, updateUserInput } from "./user/update";
export type { VersionDiff } from "./version/diff";
export { getVersionCode, type VersionCode } from "./version/get-code";
export { getVersionDiff, type VersionComparison } from "./version/get-diff";
export { getVersionCodeInput, getVersionDiffInput, listVersionsInput } from "./version/inputs";
export { listVersions, type VersionSummary } from "./version/list";
