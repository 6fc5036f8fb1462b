import type { Metadata } from "next";
import { NewOrganization } from "@/components/organization/new-organization";
import { NoAccess } from "@/components/settings/no-access";
import { loadViewer } from "@/components/shell/load-viewer";
import { OuterFrame } from "@/components/shell/outer-frame";

export const metadata: Metadata = { title: "New organisation" };

export default async function NewPage() {
  const { mayCreate } = await loadViewer();
  return (
    <OuterFrame crumbs={[{ label: "New organisation" }]}>
      {mayCreate ? (
        <NewOrganization />
      ) : (
        <>
          <h1 className="sr-only">New organisation</h1>
          <NoAccess title="Only owners can create organisations here">
            On this instance, only owners of an organisation can create another. Ask one to invite you to
            theirs, or whoever runs the instance.
          </NoAccess>
        </>
      )}
    </OuterFrame>
  );
}
