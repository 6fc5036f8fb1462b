import type { NewApiKey } from "@heddle/contract";
import { CopyLine } from "../setup/step";
import { Button } from "../ui/button";

interface KeyMadeProps {
  made: NewApiKey;
  /** For keys of an organisation: a project of it, to begin with. */
  project: string | null;
  onClose: () => void;
}

/** The new key, this once, with the lines that set it. */
export function KeyMade({ made, project, onClose }: KeyMadeProps) {
  const sends = made.scopes.includes("ingest");
  return (
    <>
      <CopyLine text={made.key} what="API key" />
      <p className="mt-4 text-12 text-ink-2">
        {sends ? "Where your pipeline runs:" : "Where your program runs:"}
      </p>
      <CopyLine prompt text={`export HEDDLE_API_KEY=${made.key}`} what="line that sets the key" />
      {project === null ? null : (
        <>
          <CopyLine prompt text={`export HEDDLE_PROJECT=${project}`} what="line that names the project" />
          <p className="mt-1 text-12 text-ink-3">
            A key of an organisation names the project that it means.
            {sends ? null : " Over HTTP it is the header x-heddle-project."}
          </p>
        </>
      )}
      <div className="mt-4 flex justify-end">
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </>
  );
}
