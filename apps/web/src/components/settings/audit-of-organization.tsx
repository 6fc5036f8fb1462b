"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { useOrganization } from "../shell/organization-context";
import { useViewer } from "../shell/viewer-context";
import { useTime } from "../time/time-provider";
import { organizationColumns } from "./audit-columns";
import { AuditExport } from "./audit-export";
import { AuditFilterBar } from "./audit-filter-bar";
import { auditParams, ORGANIZATION_GROUPS } from "./audit-params";
import { NO_FILTER, organizationAuditOptions } from "./audit-query";
import { AuditSection } from "./audit-section";

const EXPORT_PAGE = 500;

/** What was changed anywhere in the organisation. */
export function AuditOfOrganization() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { slug: org } = useOrganization();
  const { projects } = useViewer();
  const { zone } = useTime();
  const [filter, setFilter] = useQueryStates(auditParams, { history: "push" });
  const [input, paging] = organizationAuditOptions(org, filter, zone);
  const query = useInfiniteQuery(trpc.audit.list.infiniteQueryOptions(input, paging));
  const own = projects.filter(({ organization }) => organization.slug === org);
  return (
    <AuditSection
      intro="What people, keys and Heddle itself changed in the organisation and its projects. Nobody can change or delete it here."
      query={query}
      columns={organizationColumns(org)}
      filtered={Object.values(filter).some((value) => value !== null)}
      onClear={() => void setFilter(NO_FILTER)}
      filterBar={
        <AuditFilterBar
          filter={filter}
          groups={ORGANIZATION_GROUPS}
          projects={own}
          onChange={(change) => void setFilter(change)}
        />
      }
      action={
        <AuditExport
          fileName={`audit-log-${org}`}
          load={(cursor, signal) =>
            client.audit.list.query({ ...input, limit: EXPORT_PAGE, cursor }, { signal })
          }
        />
      }
    />
  );
}
