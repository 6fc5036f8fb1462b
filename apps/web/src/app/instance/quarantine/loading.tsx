import { InstancePage } from "@/components/instance/instance-page";
import { SectionSkeleton } from "@/components/ui/section-skeleton";

export default function InstanceQuarantineLoading() {
  return (
    <InstancePage current="quarantine" title="Quarantine">
      <SectionSkeleton label="Loading the quarantine" />
    </InstancePage>
  );
}
