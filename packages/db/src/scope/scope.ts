/** The tenant that a transaction acts for. */
export interface Scope {
  organizationId: string;
  projectId: string;
}

/** One statement that sets role and tenant until the transaction ends, like `SET LOCAL`. */
export const SET_SCOPE = `SELECT set_config('role', 'heddle_app', true),
  set_config('heddle.organization_id', $1::uuid::text, true),
  set_config('heddle.project_id', $2::uuid::text, true)`;

/** The same for an organisation as a whole: what belongs to it, and no telemetry. */
export const SET_ORGANIZATION = `SELECT set_config('role', 'heddle_app', true),
  set_config('heddle.organization_id', $1::uuid::text, true),
  set_config('heddle.project_id', '', true)`;

export const SET_SYSTEM = "SET LOCAL ROLE heddle_system";
