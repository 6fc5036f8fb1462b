import { PageFrame } from "@/components/shell/page-frame";
import { Skeleton } from "@/components/ui/skeleton";

const LINES = ["w-64", "w-80", "w-56", "w-72"];

export default function FailureLoading() {
  return (
    <PageFrame crumbs={[{ label: "Alerts" }]}>
      <div role="status" aria-label="Loading the failure" className="flex min-h-0 flex-1 flex-col">
        <div className="grid h-[78px] shrink-0 content-center gap-3 border-b border-line px-(--gutter)">
          <Skeleton className="h-4! w-72" />
          <Skeleton className="w-52" />
        </div>
        <div className="min-h-0 flex-1 wide:grid wide:grid-cols-[minmax(0,1fr)_minmax(400px,520px)]">
          <div className="grid content-start gap-3 px-(--gutter) pt-3.5">
            {["h-24", "h-52"].map((height) => (
              <div
                key={height}
                className={`grid content-center gap-3 rounded-3 border border-line p-3 ${height}`}
              >
                <Skeleton className="w-40" />
                <Skeleton className="w-72 max-w-full" />
              </div>
            ))}
            {LINES.map((width) => (
              <div key={width} className="flex h-7.5 items-center border-t border-line">
                <Skeleton className={width} />
              </div>
            ))}
          </div>
          <div className="border-l border-line bg-sunken px-(--gutter) pt-12 max-wide:hidden">
            <div className="h-80 rounded-3 border border-line bg-bg" />
          </div>
        </div>
      </div>
    </PageFrame>
  );
}
