"use client";
import type { Role } from "@heddle/core";
import { type FormEvent, useState } from "react";
import { IN_ORGANIZATION, IN_PROJECT, ROLES } from "../members/roles";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { fieldError, formError } from "../ui/form-error";
import { Field } from "../ui/input";
import { QueryError } from "../ui/query-error";
import { SelectField } from "../ui/select-field";
import { InvitationMade } from "./invitation-made";
import { RoleChoice } from "./role-choice";
import { useInvite } from "./use-invite";

interface InviteDialogProps {
  org: string;
  /** Chosen at first; null is the whole organisation. */
  project: string | null;
  /** What can be chosen; left out where there is only the one project. */
  places?: { organization: string; projects: readonly { slug: string; name: string }[] };
  /** Whether the person may make owners. */
  owner: boolean;
  /** From an invitation that is made again. */
  role?: Role;
  email?: string | null;
  onClose: () => void;
}

const DAYS = [1, 3, 7, 14, 30];

/** Asks whom to let in and to what, then shows the link this once. */
export function InviteDialog({ org, owner, places, onClose, ...first }: InviteDialogProps) {
  const [project, setProject] = useState(first.project);
  const [chosen, setChosen] = useState<Role>(first.role ?? "member");
  const { made, error, isPending, reset, invite } = useInvite();
  const roles = ROLES.filter((each) => each !== "owner" || (owner && project === null));
  const role = roles.includes(chosen) ? chosen : "admin";

  if (made) return <InvitationMade invitation={made} onAgain={reset} onClose={onClose} />;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get("email") ?? "").trim();
    invite({ org, project, role, email: email === "" ? null : email, days: Number(form.get("days")) });
  };
  const other = formError(error, ["/email"]);
  return (
    <Dialog open onOpenChange={onClose} title="Invite people">
      <form onSubmit={submit} className="mt-3 flex flex-col gap-4">
        {places ? (
          <SelectField
            label="To"
            value={project ?? ""}
            onChange={({ target }) => setProject(target.value === "" ? null : target.value)}
          >
            <option value="">All of {places.organization}</option>
            {places.projects.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                Only the project {name}
              </option>
            ))}
          </SelectField>
        ) : null}
        <RoleChoice
          roles={roles}
          texts={project === null ? IN_ORGANIZATION : IN_PROJECT}
          value={role}
          onChange={setChosen}
        />
        <Field
          label="E-mail, if only one person may use the link"
          name="email"
          type="email"
          maxLength={320}
          autoComplete="off"
          spellCheck={false}
          defaultValue={first.email ?? ""}
          placeholder="anyone with the link"
          hint="The link is mailed there, too, if this instance sends mail."
          error={fieldError(error, "/email")}
        />
        <SelectField label="Valid for" name="days" defaultValue="7">
          {DAYS.map((days) => (
            <option key={days} value={days}>
              {days === 1 ? "1 day" : `${days} days`}
            </option>
          ))}
        </SelectField>
        {other ? (
          <QueryError title="The invitation was not created" query={{ error: other }} onRetry={reset} />
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={isPending}>
            {isPending ? "Creating…" : "Create invitation"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
