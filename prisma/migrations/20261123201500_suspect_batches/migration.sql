-- The few batches that failed before, among however many that wait: each worker looks for them every two seconds.
CREATE INDEX "ingest_batch_suspect_idx" ON "ingest_batch"("id") WHERE "attempts" > 0;
