"use client";
import { useState } from "react";
import { Button } from "../ui/button";
import { PageSection } from "../ui/page-section";
import { DeleteDialog } from "./delete-dialog";

/** The way out for good. */
export function DeleteSection() {
  const [asking, setAsking] = useState(false);
  return (
    <PageSection
      title="Delete account"
      intro="You leave all organisations and projects. They keep their runs and audit logs. This cannot be undone."
      action={
        <Button variant="danger" onClick={() => setAsking(true)}>
          Delete account
        </Button>
      }
    >
      {asking ? <DeleteDialog onClose={() => setAsking(false)} /> : null}
    </PageSection>
  );
}
