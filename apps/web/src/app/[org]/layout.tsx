import type { ReactNode } from "react";
import { loadViewer } from "@/components/shell/load-viewer";
import { ViewerProvider } from "@/components/shell/viewer-context";

/** All pages of organisations and projects are for people who are signed in. */
export default async function TenantLayout({ children }: { children: ReactNode }) {
  return <ViewerProvider initial={await loadViewer()}>{children}</ViewerProvider>;
}
