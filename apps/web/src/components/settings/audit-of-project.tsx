"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { useTime } from "../time/time-provider";
import { PROJECT_COLUMNS } from "./audit-columns";
import { AuditExport } from "./audit-export";
import { AuditFilterBar } from "./audit-filter-bar";
import { auditParams, PROJECT_GROUPS } from "./audit-params";
import { NO_FILTER, projectAuditOptions } from "./audit-query";
import { AuditSection } from "./audit-section";

const EXPORT_PAGE = 500;

/** What was changed in the project. */
export function AuditOfProject() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { org, project } = useShell();
  const { zone } = useTime();
  const [all, setFilter] = useQueryStates(auditParams, { history: "push" });
  const filter = { ...all, project: null };
  const [input, paging] = projectAuditOptions(org, project, filter, zone);
  const query = useInfiniteQuery(trpc.audit.listForProject.infiniteQueryOptions(input, paging));
  return (
    <AuditSection
      intro="What people, keys and Heddle itself changed in this project. Nobody can change or delete it here."
      query={query}
      columns={PROJECT_COLUMNS}
      filtered={Object.values(filter).some((value) => value !== null)}
      onClear={() => void setFilter(NO_FILTER)}
      filterBar={
        <AuditFilterBar
          filter={filter}
          groups={PROJECT_GROUPS}
          projects={[]}
          onChange={(change) => void setFilter(change)}
        />
      }
      action={
        <AuditExport
          fileName={`audit-log-${org}-${project}`}
          load={(cursor, signal) =>
            client.audit.listForProject.query({ ...input, limit: EXPORT_PAGE, cursor }, { signal })
          }
        />
      }
    />
  );
}
