import type { ReactNode } from "react";
import { loadViewer } from "@/components/shell/load-viewer";
import { OuterShell } from "@/components/shell/outer-shell";
import { ViewerProvider } from "@/components/shell/viewer-context";

/** Around the page on which organisations are made. */
export default async function NewLayout({ children }: { children: ReactNode }) {
  return (
    <ViewerProvider initial={await loadViewer()}>
      <OuterShell>{children}</OuterShell>
    </ViewerProvider>
  );
}
