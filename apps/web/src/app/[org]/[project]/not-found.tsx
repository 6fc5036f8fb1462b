import Link from "next/link";
import { PageFrame } from "@/components/shell/page-frame";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function ProjectNotFound() {
  return (
    <PageFrame crumbs={[{ label: "Not found" }]}>
      <div className="p-(--gutter)">
        <h1 className="sr-only">Not found</h1>
        <EmptyState
          title="There is no such page in this project"
          action={
            <Link href="/" className={buttonClass({ size: "sm" })}>
              Go to your projects
            </Link>
          }
        >
          The address is wrong, or what it named was deleted. Check the address, or look for the run in the
          list.
        </EmptyState>
      </div>
    </PageFrame>
  );
}
