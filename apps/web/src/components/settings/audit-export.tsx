"use client";
import type { AuditPage } from "@heddle/contract";
import { Download } from "lucide-react";
import { useRef, useState } from "react";
import { toast } from "sonner";
import { Button, buttonClass } from "../ui/button";
import { cn } from "../ui/cn";
import { Menu, MenuItem } from "../ui/menu";
import { type AuditFormat, auditFileHead, auditFileLines } from "./audit-file";

interface AuditExportProps {
  /** A page of the filtered log, from a cursor on. */
  load: (cursor: string | null, signal: AbortSignal) => Promise<AuditPage>;
  fileName: string;
}

const TYPES = { csv: "text/csv;charset=utf-8", jsonl: "application/x-ndjson" };

/** Hands the browser a file to keep. */
function save(parts: string[], name: string, type: string) {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Downloads the log as it is filtered, page after page, and says how far it is. */
export function AuditExport({ load, fileName }: AuditExportProps) {
  const [count, setCount] = useState<number | null>(null);
  const abort = useRef<AbortController | null>(null);

  async function run(format: AuditFormat) {
    abort.current = new AbortController();
    const { signal } = abort.current;
    const parts = [auditFileHead(format)];
    let seen = 0;
    setCount(0);
    try {
      let cursor: string | null = null;
      do {
        const page: AuditPage = await load(cursor, signal);
        signal.throwIfAborted();
        parts.push(auditFileLines(format, page.events));
        seen += page.events.length;
        setCount(seen);
        cursor = page.nextCursor;
      } while (cursor !== null);
      save(parts, `${fileName}.${format}`, TYPES[format]);
      toast.success(
        seen === 1 ? "1 event is in the file" : `${seen.toLocaleString("en")} events are in the file`,
      );
    } catch (error) {
      if (signal.aborted) return;
      const description = error instanceof Error ? error.message : undefined;
      toast.error("The log was not exported", { description });
    } finally {
      setCount(null);
    }
  }

  if (count !== null) {
    return (
      <Button onClick={() => abort.current?.abort()} className="max-desk:h-9">
        <span role="status">{count.toLocaleString("en")} events…</span> Cancel
      </Button>
    );
  }
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className={cn(buttonClass(), "max-desk:h-9")}>
          <Download size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
          Export
        </button>
      }
    >
      <MenuItem onSelect={() => void run("csv")}>CSV, for spreadsheets</MenuItem>
      <MenuItem onSelect={() => void run("jsonl")}>JSON Lines, for programs</MenuItem>
    </Menu>
  );
}
