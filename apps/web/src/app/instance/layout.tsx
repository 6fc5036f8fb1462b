import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { loadViewer } from "@/components/shell/load-viewer";
import { OuterShell } from "@/components/shell/outer-shell";
import { ViewerProvider } from "@/components/shell/viewer-context";

/** Around the pages about the instance; to whoever does not run it there are none. */
export default async function InstanceLayout({ children }: { children: ReactNode }) {
  const viewer = await loadViewer();
  if (!viewer.person.operator) notFound();
  return (
    <ViewerProvider initial={viewer}>
      <OuterShell>{children}</OuterShell>
    </ViewerProvider>
  );
}
