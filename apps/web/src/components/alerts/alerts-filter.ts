import type { inferParserType } from "nuqs";
import type { alertsParams } from "@/app/[org]/[project]/alerts/search-params";

/** The view of the alerts as the URL has it. */
export type AlertsFilter = inferParserType<typeof alertsParams>;
