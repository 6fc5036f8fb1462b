import type { ReactNode } from "react";
import { EmptyState } from "../ui/empty-state";

/** In place of a page that the person's role does not open. */
export function NoAccess({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="max-w-160 p-(--gutter)">
      <EmptyState title={title}>{children}</EmptyState>
    </div>
  );
}
