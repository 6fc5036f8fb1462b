"use client";
import { useInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { createSerializer, useQueryStates } from "nuqs";
import type { AlertsFilter } from "@/components/alerts/alerts-filter";
import { failuresOptions } from "@/components/alerts/alerts-query";
import { ChannelsSection } from "@/components/alerts/channels-section";
import { DeliveriesSection } from "@/components/alerts/deliveries-section";
import { FailuresSection } from "@/components/alerts/failures-section";
import { PageFrame } from "@/components/shell/page-frame";
import { useShell } from "@/components/shell/shell-context";
import { Tabs } from "@/components/ui/tabs";
import { formatCount } from "@/format/number";
import { useTRPC } from "@/trpc/client";
import { ALERT_TABS, alertsParams } from "./search-params";

const LABELS = { failures: "Failures", channels: "Channels", deliveries: "Deliveries" };
const serialize = createSerializer(alertsParams);

/** What fails, where it is told, and what was told. */
export function AlertsClient() {
  const trpc = useTRPC();
  const { org, project, base } = useShell();
  const [filter, setFilter] = useQueryStates(alertsParams, { history: "push" });
  const onChange = (change: Partial<AlertsFilter>) => void setFilter(change);
  const channels = useSuspenseQuery(trpc.channels.list.queryOptions({ org, project }));
  const failures = useInfiniteQuery({
    ...trpc.failures.list.infiniteQueryOptions(...failuresOptions({ org, project }, filter)),
    enabled: filter.tab === "failures",
  });
  const open = failures.data?.pages[0]?.counts.open ?? 0;
  const counts = {
    failures: open > 0 ? formatCount(open) : undefined,
    channels: formatCount(channels.data.channels.length),
    deliveries: undefined,
  };
  return (
    <PageFrame crumbs={[{ label: "Alerts" }]}>
      <h1 className="sr-only">Alerts</h1>
      <Tabs
        label="Alerts"
        current={filter.tab}
        tabs={ALERT_TABS.map((key) => ({
          key,
          label: LABELS[key],
          href: serialize(`${base}/alerts`, { tab: key }),
          count: counts[key],
          bad: key === "failures",
        }))}
        onSelect={(tab) => onChange({ tab })}
      />
      {filter.tab === "failures" ? (
        <FailuresSection filter={filter} onChange={onChange} />
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto">
          {filter.tab === "channels" ? (
            <ChannelsSection />
          ) : (
            <DeliveriesSection filter={filter} channels={channels.data.channels} onChange={onChange} />
          )}
        </div>
      )}
    </PageFrame>
  );
}
