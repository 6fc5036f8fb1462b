-- The few batches that failed before, among however many that wait: each worker looks for them every two seconds.
-- While serving: the inbox is empty but for a backlog, and is read once without its bodies.
CREATE INDEX "ingest_batch_suspect_idx" ON "ingest_batch"("id") WHERE "attempts" > 0;
