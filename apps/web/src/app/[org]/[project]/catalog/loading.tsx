import { RowsSkeleton } from "@/components/catalog/catalog-skeleton";
import { PageFrame } from "@/components/shell/page-frame";

export default function CatalogLoading() {
  return (
    <PageFrame crumbs={[{ label: "Catalog" }]}>
      <div className="h-9 shrink-0 border-b border-line" />
      <div className="h-12.25 shrink-0 border-b border-line max-wide:h-24" />
      <div className="flex min-h-0 flex-1">
        <div className="w-49 shrink-0 border-r border-line max-wide:hidden" />
        <div className="min-w-0 flex-1">
          <RowsSkeleton rows={20} />
        </div>
      </div>
    </PageFrame>
  );
}
