import type { ProcedureRow } from "../row";

export const alertProcedures: Record<string, ProcedureRow> = {
  "channels.list": { who: "project viewer" },
  "channels.create": { who: "project member", input: ({ mark, webhook }) => ({ name: mark, url: webhook }) },
  "channels.update": {
    who: "project member",
    input: async ({ mark, make }) => ({ id: await make.channel(), name: `${mark} renamed` }),
    ids: ["id"],
  },
  "channels.remove": {
    who: "project member",
    input: async ({ make }) => ({ id: await make.channel() }),
    ids: ["id"],
  },
  "channels.secret": {
    who: "project member",
    input: async ({ make }) => ({ id: await make.channel("webhook") }),
    ids: ["id"],
  },
  "channels.test": { who: "project member", input: ({ channel }) => ({ id: channel }), ids: ["id"] },
  "deliveries.list": {
    who: "project viewer",
    input: ({ deliveriesCursor, channel }) => ({ cursor: deliveriesCursor, channelId: channel }),
    places: ["cursor", "channelId"],
  },
  "deliveries.retry": {
    who: "project member",
    input: async ({ make }) => ({ id: await make.failedDelivery() }),
    ids: ["id"],
  },
};
