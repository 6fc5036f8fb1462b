import type { Delivery } from "@heddle/core";
import { StatusMark } from "../status/status-mark";
import type { Status } from "../status/status-words";

const LOOKS: Record<Delivery["status"], { mark: Status; word: string; text: string }> = {
  sent: { mark: "succeeded", word: "Sent", text: "text-success-text" },
  failed: { mark: "failed", word: "Not sent", text: "text-failed-text" },
  pending: { mark: "pending", word: "Waiting", text: "text-ink-2" },
};

/** Where a message stands, as mark and word. */
export function DeliveryStatus({ status }: { status: Delivery["status"] }) {
  const { mark, word, text } = LOOKS[status];
  return (
    <span className={`flex items-center gap-1.5 ${text}`}>
      <StatusMark status={mark} label="" />
      {word}
    </span>
  );
}
