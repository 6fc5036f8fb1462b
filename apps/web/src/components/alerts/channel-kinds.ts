import type { ChannelKind } from "@heddle/core";

/** What each kind of channel is called, and what its form says. */
export const CHANNEL_KINDS: Record<
  ChannelKind,
  { label: string; intro: string; placeholder: string; hint: string; example: string }
> = {
  slack: {
    label: "Slack",
    intro:
      "A message that can be read on a phone: the error, since when, what changed, and a link to the node.",
    placeholder: "https://hooks.slack.com/services/…",
    hint: "In Slack: Apps, Incoming Webhooks, Add to Slack, choose the channel, copy the URL. It is kept encrypted and never shown again.",
    example: "#data-alerts",
  },
  webhook: {
    label: "Webhook",
    intro:
      "The same as JSON, posted to an address of yours and signed after Standard Webhooks, so that its receiver can tell it from others'. The secret is shown in the channel's row.",
    placeholder: "https://pager.example.com/hooks/heddle",
    hint: "Answers 2xx when it has the message. Failures of the network, 429 and 5xx are tried again for three hours. It is kept encrypted and never shown again.",
    example: "Pager",
  },
};
