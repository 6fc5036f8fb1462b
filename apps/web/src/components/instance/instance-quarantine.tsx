"use client";
import { useQueryState } from "nuqs";
import { QuarantineSection } from "../quarantine/quarantine-section";
import { useInstanceQuarantine } from "../quarantine/use-instance-quarantine";
import { Button } from "../ui/button";

/** The quarantine of all projects; `?project=` with an id narrows it to one. */
export function InstanceQuarantine() {
  const [project, setProject] = useQueryState("project");
  const source = useInstanceQuarantine(project);
  return (
    <QuarantineSection
      key={project}
      source={source}
      everywhere
      filter={
        project === null ? null : (
          <Button size="sm" onClick={() => void setProject(null)}>
            Show all projects
          </Button>
        )
      }
    />
  );
}
