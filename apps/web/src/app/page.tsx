import { redirect } from "next/navigation";
import { FullPage } from "@/components/shell/full-page";
import { caller } from "@/trpc/server";

/** Goes to the first project's runs. */
export default async function HomePage() {
  const [first] = await caller((api) => api.projects.list());
  if (first) redirect(`/${first.organization.slug}/${first.slug}/runs`);
  return (
    <FullPage title="You are in no project yet">
      You are signed in, but you belong to no organisation with a project. Ask an owner of your organisation
      to add you, then reload this page.
    </FullPage>
  );
}
