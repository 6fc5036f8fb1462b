"use client";
import type { ErrorReport } from "@heddle/contract";
import { useState } from "react";
import { formatCount } from "@/format/number";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { type FrameGroup, frameLocation, groupFrames, rootOf } from "./frames";

interface TracebackProps {
  error: ErrorReport;
  /** Path of the node's source, to show files as the repository names them. */
  sourcePath: string | null;
}

function Frames({ group, root }: { group: FrameGroup; root: string }) {
  const [open, setOpen] = useState(group.own);
  if (!open) {
    const count = group.frames.length;
    return (
      <li>
        <Button variant="quiet" size="sm" className="-ml-2" onClick={() => setOpen(true)}>
          {formatCount(count)} {count === 1 ? "frame" : "frames"} in libraries
        </Button>
      </li>
    );
  }
  return group.frames.map((frame, index) => (
    <li
      // biome-ignore lint/suspicious/noArrayIndexKey: the same frame may stand several times in a recursion.
      key={index}
      className="py-1 leading-4"
    >
      <span className={group.own ? "font-medium" : "text-ink-2"}>{frame.function ?? "anonymous"}</span>
      <span className="block font-mono text-[11px] break-all text-ink-3">{frameLocation(frame, root)}</span>
    </li>
  ));
}

/** An error with its traceback: own frames open, those of libraries folded; causes below. */
export function Traceback({ error, sourcePath }: TracebackProps) {
  const root = sourcePath === null ? "" : rootOf(error.frames, sourcePath);
  const groups = groupFrames(error.frames);
  return (
    <div className="text-12">
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 break-words whitespace-pre-wrap">
          <b className="font-semibold text-failed-text">{error.type}</b> {error.message}
        </p>
        <CopyButton text={error.stack || `${error.type}: ${error.message}`} what="traceback" />
      </div>
      {error.causes.map((cause, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cause is its place in the chain.
        <p key={index} className="mt-1 break-words whitespace-pre-wrap text-ink-2">
          <span className="text-ink-3">caused by</span> <b className="font-medium">{cause.type}</b>{" "}
          {cause.message}
        </p>
      ))}
      {groups.length > 0 ? (
        <ol aria-label="Traceback, innermost first" className="mt-2">
          {groups.map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place in the stack.
            <Frames key={index} group={group} root={root} />
          ))}
        </ol>
      ) : error.stack ? (
        <pre className="mt-2 overflow-x-auto rounded-3 border border-line bg-sunken p-2 font-mono text-[11px]/[16px]">
          {error.stack}
        </pre>
      ) : null}
    </div>
  );
}
