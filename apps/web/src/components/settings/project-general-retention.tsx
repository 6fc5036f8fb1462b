"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/trpc/client";
import { isShorter, RETENTION_CHOICES, retentionWords } from "../projects/retention-words";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";
import { fieldError, formError } from "../ui/form-error";
import { Field } from "../ui/input";
import { PageSection } from "../ui/page-section";
import { QueryError } from "../ui/query-error";
import { Segmented } from "../ui/segmented";
import { RetentionConfirm } from "./project-general-retention-confirm";

interface ProjectRetentionProps {
  days: number | null;
  /** The most days that the instance keeps any runs. */
  instanceDays: number | null;
}

/** How long runs are kept. Keeping less asks first, because it deletes. */
export function ProjectRetention({ days: saved, instanceDays }: ProjectRetentionProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { org, project } = useShell();
  const [draft, setDraft] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const text = draft ?? String(saved ?? "");
  const days = text === "" ? null : Number(text);
  const update = useMutation(
    trpc.projects.update.mutationOptions({
      onSuccess: async () => {
        setAsking(false);
        toast.success(`Runs are kept ${days === null ? "forever" : `for ${retentionWords(days)}`}`);
        await client.invalidateQueries(trpc.projects.pathFilter());
        setDraft(null);
      },
      onError: () => setAsking(false),
    }),
  );
  const save = () => update.mutate({ org, project, retentionDays: days });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isShorter(days, saved)) setAsking(true);
    else save();
  };
  const other = formError(update.error, ["/retentionDays"]);
  return (
    <PageSection
      title="Retention"
      intro={`Runs older than this are deleted with all that belongs to them, within minutes. Runs that are still running stay.${instanceDays === null ? "" : ` This instance keeps no run longer than ${retentionWords(instanceDays)}, whatever is chosen here.`}`}
    >
      <form onSubmit={submit} className="flex max-w-160 flex-col items-start gap-3 px-(--gutter)">
        <Segmented
          label="Keep runs for"
          value={text}
          options={RETENTION_CHOICES}
          onChange={(choice) => setDraft(choice)}
        />
        <Field
          label="Days"
          type="number"
          inputMode="numeric"
          min={1}
          max={3650}
          step={1}
          value={text}
          onChange={({ target }) => setDraft(target.value)}
          placeholder="Forever"
          className="w-full desk:w-60"
          hint="From 1 to 3,650; empty keeps runs forever."
          error={fieldError(update.error, "/retentionDays")}
        />
        {other ? (
          <QueryError title="It was not saved" query={{ error: other }} onRetry={() => update.reset()} />
        ) : null}
        <div className="flex gap-2">
          <Button type="submit" variant="primary" disabled={days === saved || update.isPending}>
            {update.isPending ? "Saving…" : "Save"}
          </Button>
          {days === saved ? null : (
            <Button
              onClick={() => {
                setDraft(null);
                update.reset();
              }}
            >
              Cancel
            </Button>
          )}
        </div>
      </form>
      {asking && days !== null ? (
        <RetentionConfirm
          days={days}
          pending={update.isPending}
          onConfirm={save}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </PageSection>
  );
}
