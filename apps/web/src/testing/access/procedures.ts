import { accountProcedures } from "./procedures/account";
import { alertProcedures } from "./procedures/alerts";
import { auditProcedures } from "./procedures/audit";
import { grantProcedures } from "./procedures/grants";
import { identityProcedures } from "./procedures/identity";
import { invitationProcedures } from "./procedures/invitations";
import { keyProcedures } from "./procedures/keys";
import { memberProcedures } from "./procedures/members";
import { organizationProcedures } from "./procedures/organizations";
import { projectProcedures } from "./procedures/projects";
import { runProcedures } from "./procedures/runs";
import type { ProcedureRow } from "./row";

/** Every tRPC procedure by its path. */
export const procedures: Record<string, ProcedureRow> = {
  ...accountProcedures,
  ...organizationProcedures,
  ...memberProcedures,
  ...grantProcedures,
  ...identityProcedures,
  ...invitationProcedures,
  ...projectProcedures,
  ...keyProcedures,
  ...auditProcedures,
  ...runProcedures,
  ...alertProcedures,
};
