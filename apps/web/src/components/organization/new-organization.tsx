"use client";
import { useState } from "react";
import { FirstProject } from "./first-project";
import { OrganizationStep } from "./organization-step";

/** Two steps: the organisation, then its first project, where setting up goes on. */
export function NewOrganization() {
  const [made, setMade] = useState<{ slug: string; name: string } | null>(null);
  return (
    <div className="mx-auto w-full max-w-120 px-(--gutter) py-12 max-desk:py-6">
      <p className="mb-1 text-12 text-ink-3">Step {made ? 2 : 1} of 2</p>
      {made ? <FirstProject organization={made} /> : <OrganizationStep onMade={setMade} />}
    </div>
  );
}
