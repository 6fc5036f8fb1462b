import { type ChannelKind, kindOf } from "./kind";

/** A place where messages go, as people see it: the webhook's address stays inside. */
export interface Channel {
  id: string;
  kind: ChannelKind;
  name: string;
  /** What may be shown of the address. */
  hint: string;
  enabled: boolean;
  createdAt: string;
}

interface Row {
  id: string;
  kind: string;
  name: string;
  hint: string;
  enabled: boolean;
  createdAt: Date;
}

/** Columns that a view is made of: all but the secret, so that it is not even read. */
export const CHANNEL_COLUMNS = {
  id: true,
  kind: true,
  name: true,
  hint: true,
  enabled: true,
  createdAt: true,
} as const;

export function channelView({ id, kind, name, hint, enabled, createdAt }: Row): Channel {
  return { id, kind: kindOf(kind), name, hint, enabled, createdAt: createdAt.toISOString() };
}
