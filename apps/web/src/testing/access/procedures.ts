import { accountProcedures } from "./procedures/account";
import { alertProcedures } from "./procedures/alerts";
import { auditProcedures } from "./procedures/audit";
import { catalogProcedures } from "./procedures/catalog";
import { compareProcedures } from "./procedures/compare";
import { failuresProcedures } from "./procedures/failures";
import { grantProcedures } from "./procedures/grants";
import { identityProcedures } from "./procedures/identity";
import { instanceProcedures } from "./procedures/instance";
import { invitationProcedures } from "./procedures/invitations";
import { keyProcedures } from "./procedures/keys";
import { memberProcedures } from "./procedures/members";
import { nodesProcedures } from "./procedures/nodes";
import { organizationProcedures } from "./procedures/organizations";
import { overviewProcedures } from "./procedures/overview";
import { projectProcedures } from "./procedures/projects";
import { quarantineProcedures } from "./procedures/quarantine";
import { runProcedures } from "./procedures/runs";
import { searchProcedures } from "./procedures/search";
import { versionsProcedures } from "./procedures/versions";
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
  ...failuresProcedures,
  ...searchProcedures,
  ...catalogProcedures,
  ...compareProcedures,
  ...nodesProcedures,
  ...versionsProcedures,
  ...overviewProcedures,
  ...instanceProcedures,
  ...quarantineProcedures,
};
