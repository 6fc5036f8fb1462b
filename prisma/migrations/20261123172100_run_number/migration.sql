-- CreateIndex
CREATE INDEX "run_project_id_number_idx" ON "run"("project_id", "number");
