import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

export const ALERT_TABS = ["failures", "channels", "deliveries"] as const;
export const FAILURE_FILTERS = ["open", "acknowledged", "muted", "recovered", "all"] as const;
export const DELIVERY_FILTERS = ["sent", "pending", "failed"] as const;

/** What the URL of the alerts says, for the server and the browser alike. */
export const alertsParams = {
  tab: parseAsStringLiteral(ALERT_TABS).withDefault("failures"),
  state: parseAsStringLiteral(FAILURE_FILTERS).withDefault("open"),
  pipeline: parseAsString,
  status: parseAsStringLiteral(DELIVERY_FILTERS),
  channel: parseAsString,
};

export const loadAlertsParams = createLoader(alertsParams);
