"use client";
import type { CatalogFacets } from "@heddle/core";
import { formatCount } from "../../format/number";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { type CatalogFilter, type FacetName, NO_FILTER } from "./catalog-params";
import { FacetList } from "./facet-list";

interface FacetsDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  filter: CatalogFilter;
  facets: CatalogFacets | undefined;
  onChange: (facet: FacetName, chosen: string[]) => void;
  onReplace: (filter: CatalogFilter) => void;
}

/** The facets where there is no room for them beside the list. */
export function FacetsDialog({ open, onOpenChange, onReplace, ...list }: FacetsDialogProps) {
  const { filter, facets } = list;
  const found = facets?.found;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Filters">
      <div className="-mx-4 mt-2 border-y border-line [--gutter:16px]">
        <FacetList {...list} />
      </div>
      <div className="mt-3 flex justify-end gap-2">
        <Button onClick={() => onReplace({ ...NO_FILTER, q: filter.q })}>Clear</Button>
        <Button variant="primary" onClick={() => onOpenChange(false)}>
          {found === undefined
            ? "Show nodes"
            : `Show ${formatCount(found)} ${found === 1 ? "node" : "nodes"}`}
        </Button>
      </div>
    </Dialog>
  );
}
