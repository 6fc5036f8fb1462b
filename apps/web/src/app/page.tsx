import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Welcome } from "@/components/organization/welcome";
import { loadViewer } from "@/components/shell/load-viewer";
import { OuterFrame } from "@/components/shell/outer-frame";
import { OuterShell } from "@/components/shell/outer-shell";
import { ViewerProvider } from "@/components/shell/viewer-context";

export const metadata: Metadata = { title: "Welcome" };

/** Goes to the first project; who has none is told how to get to one. */
export default async function HomePage() {
  const viewer = await loadViewer();
  const [first] = viewer.projects;
  if (first) redirect(`/${first.organization.slug}/${first.slug}`);
  return (
    <ViewerProvider initial={viewer}>
      <OuterShell>
        <OuterFrame crumbs={[{ label: "Welcome" }]}>
          <Welcome />
        </OuterFrame>
      </OuterShell>
    </ViewerProvider>
  );
}
