export { failureMessage } from "../alert/slack/failure-message";
export {
  type AlertProject,
  createAlertProject,
  slackAccess,
  TEST_SECRET,
} from "../alert/testing/alert-project";
export { sampleFacts } from "../alert/testing/facts";
export { ok, type Receiver, startReceiver } from "../alert/testing/receiver";
export { gzipped } from "../ingest/testing/batch-body";
export { ingestContext } from "../ingest/testing/ingest-context";
export { sampleRun } from "../ingest/testing/sample-run";
export { storedRows } from "../ingest/testing/stored-rows";
