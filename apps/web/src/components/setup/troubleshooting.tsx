"use client";
import { useSyncExternalStore } from "react";
import { CopyLine } from "./step";

const never = () => () => {};

/** What to look at when nothing arrives, in the order in which it goes wrong. */
export function Troubleshooting({ publicUrl }: { publicUrl: string }) {
  const here = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => publicUrl,
  );
  return (
    <details className="mt-2.5 text-12 text-ink-2 desk:ml-8">
      <summary className="w-fit rounded-1 hover:text-ink">Nothing arrives?</summary>
      <ol className="mt-2 flex list-decimal flex-col gap-2 pl-4 leading-5">
        <li>
          Where the program runs, does the server answer? It should say <code>ok</code>.
          <CopyLine prompt text={`curl ${publicUrl}/api/health`} what="command" />
        </li>
        {here === publicUrl ? null : (
          <li>
            You opened this page as <code>{here}</code>, but programs are told <code>{publicUrl}</code>. If
            they cannot reach that, start Heddle with <code>PUBLIC_URL</code> set to an address that they can.
          </li>
        )}
        <li>
          What does the program print? The SDK never stops a pipeline; it says in one line why it cannot send.
        </li>
        <li>
          Does the process live until its end? What was not sent by then is lost, and the SDK says so on
          stderr.
        </li>
      </ol>
    </details>
  );
}
