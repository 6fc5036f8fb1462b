-- CreateIndex
CREATE INDEX "alert_delivery_status_not_before_idx" ON "alert_delivery"("status", "not_before");
