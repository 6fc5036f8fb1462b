"use client";
import { ListFilter } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { RangePresets } from "../histogram/range-presets";
import { NO_FILTER } from "../runs-query";
import { Facets } from "./facets";

type FacetsSheetProps = Parameters<typeof Facets>[0];

/** The facets where there is no room for them beside the list. */
export function FacetsSheet(props: FacetsSheetProps) {
  const [open, setOpen] = useState(false);
  const { total } = props.facets ?? {};
  return (
    <>
      <Button
        icon
        aria-label="Filters"
        title="Filters"
        onClick={() => setOpen(true)}
        className="size-8! max-desk:size-9! wide:hidden"
      >
        <ListFilter size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Filters">
        <div className="-mx-4 mt-2 border-y border-line [--gutter:16px]">
          <div className="flex items-center justify-between border-b border-line px-4 py-2">
            <span className="text-11 font-medium text-ink-3">Begun</span>
            <RangePresets filter={props.filter} onChange={props.onChange} />
          </div>
          <Facets {...props} />
        </div>
        <div className="mt-3 flex justify-end gap-2">
          <Button onClick={() => props.onChange(NO_FILTER)}>Clear</Button>
          <Button variant="primary" onClick={() => setOpen(false)}>
            {total === undefined ? "Show runs" : `Show ${total} ${total === 1 ? "run" : "runs"}`}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
