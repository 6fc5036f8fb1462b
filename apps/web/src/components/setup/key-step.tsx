"use client";
import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";
import { QueryError } from "../ui/query-error";
import { CopyLine, Step } from "./step";

export interface MadeKey {
  id: string;
  key: string;
}

interface KeyStepProps {
  made: MadeKey | null;
  onMade: (key: MadeKey) => void;
}

/** Makes a key that may send runs and nothing else, and shows it this once. */
export function KeyStep({ made, onMade }: KeyStepProps) {
  const trpc = useTRPC();
  const { org, project, role } = useShell();
  const create = useMutation(trpc.keys.create.mutationOptions({ onSuccess: onMade }));
  const make = () => create.mutate({ org, project, name: "Setup", scopes: ["ingest"] });
  return (
    <Step number={1} title="Key" aside="may send runs to this project, nothing else" done={made !== null}>
      {made ? (
        <CopyLine text={made.key} what="API key" aside="shown once, lasts a year" />
      ) : role === "owner" || role === "admin" ? (
        <div className="mt-2 flex flex-col items-start gap-2">
          <Button variant="primary" disabled={create.isPending} onClick={make}>
            {create.isPending ? "Creating a key…" : "Create an API key"}
          </Button>
          {create.isError ? (
            <QueryError title="The key was not created" query={create} onRetry={make} />
          ) : null}
        </div>
      ) : (
        <p className="mt-1 text-12 text-ink-2">
          You may not make keys in this project. Ask an owner or an admin for one that may send runs, and put
          it in the program below.
        </p>
      )}
    </Step>
  );
}
