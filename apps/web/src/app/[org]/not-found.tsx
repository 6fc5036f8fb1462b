import Link from "next/link";
import { OuterFrame } from "@/components/shell/outer-frame";
import { OuterShell } from "@/components/shell/outer-shell";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** An organisation or project that does not exist, or not for this person: nothing tells the two apart. */
export default function TenantNotFound() {
  return (
    <OuterShell>
      <OuterFrame crumbs={[{ label: "Not found" }]}>
        <div className="max-w-160 p-(--gutter)">
          <h1 className="sr-only">There is no such page</h1>
          <EmptyState
            title="There is no such page"
            action={
              <Link href="/" className={buttonClass({ size: "sm" })}>
                Go to your projects
              </Link>
            }
          >
            The address is wrong, what it named was deleted, or your account may not see it. Check the
            address, or ask whoever sent it to add you to the project.
          </EmptyState>
        </div>
      </OuterFrame>
    </OuterShell>
  );
}
