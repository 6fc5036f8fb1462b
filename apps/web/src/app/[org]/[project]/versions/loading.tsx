import { PageFrame } from "@/components/shell/page-frame";
import { VersionsSkeleton } from "@/components/versions/versions-skeleton";

export default function VersionsLoading() {
  return (
    <PageFrame crumbs={[{ label: "Versions" }]}>
      <VersionsSkeleton />
    </PageFrame>
  );
}
