/** A batch that was accepted and could not be stored. */
export interface QuarantinedBatch {
  id: string;
  projectId: string;
  /** Address of the project; null for one that is gone. */
  org: string | null;
  project: string | null;
  writer: string;
  batch: number;
  /** As it came, compressed or not. */
  bytes: number;
  receivedAt: string;
  quarantinedAt: string;
  /** First line of why, or all of it where one batch is looked at. */
  error: string;
}

export interface QuarantinedRow extends Omit<QuarantinedBatch, "receivedAt" | "quarantinedAt"> {
  receivedAt: Date;
  quarantinedAt: Date;
}

export function viewOf({ receivedAt, quarantinedAt, ...row }: QuarantinedRow): QuarantinedBatch {
  return { ...row, receivedAt: receivedAt.toISOString(), quarantinedAt: quarantinedAt.toISOString() };
}

/** Batches with the error as `error` selects it; conditions and order follow. */
export const selectBatches = (error: string) => `
  select q.id::text, q.project_id::text as "projectId", o.slug as org, p.slug as project, q.writer::text,
    q.batch::float8 as batch, octet_length(q.body) as bytes, q.received_at as "receivedAt",
    q.quarantined_at as "quarantinedAt", ${error} as error
  from quarantined_batch q
  left join project p on p.id = q.project_id
  left join organization o on o.id = p.organization_id`;
