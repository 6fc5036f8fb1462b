import { InstancePage } from "@/components/instance/instance-page";
import { SectionSkeleton } from "@/components/ui/section-skeleton";

export default function InstanceStateLoading() {
  return (
    <InstancePage current="state" title="State">
      <SectionSkeleton label="Loading the inbox" />
      <SectionSkeleton label="Loading the queue" />
    </InstancePage>
  );
}
