import type { ReactNode } from "react";
import { loadViewer } from "@/components/shell/load-viewer";
import { OuterShell } from "@/components/shell/outer-shell";
import { ViewerProvider } from "@/components/shell/viewer-context";

/** Around the pages of one's own account. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <ViewerProvider initial={await loadViewer()}>
      <OuterShell>{children}</OuterShell>
    </ViewerProvider>
  );
}
