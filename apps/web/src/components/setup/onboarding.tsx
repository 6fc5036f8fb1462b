"use client";
import { useState } from "react";
import { ProseLink } from "../ui/prose-link";
import { Segmented } from "../ui/segmented";
import { GhostRun } from "./ghost-run";
import { KeyStep, type MadeKey } from "./key-step";
import { SnippetView } from "./snippet-view";
import { NO_KEY, type Snippet, snippetsFor } from "./snippets";
import { CopyLine, Step } from "./step";
import { Troubleshooting } from "./troubleshooting";
import { WaitForRun } from "./wait-for-run";

const FILE = "pipeline.mts";

interface OnboardingProps {
  publicUrl: string;
  /** Newest run of the project; null when it has none yet. */
  newest: string | null;
}

/** From nothing to the first run: key, install, program, and the wait for it. */
export function Onboarding({ publicUrl, newest }: OnboardingProps) {
  const [made, setMade] = useState<MadeKey | null>(null);
  const [way, setWay] = useState<Snippet["key"]>("graph");
  const [after] = useState(newest);
  const snippets = snippetsFor({ url: publicUrl, apiKey: made?.key ?? NO_KEY });
  const snippet = snippets.find(({ key }) => key === way);
  const options = snippets.map(({ key, label }) => ({ value: key, label }));
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col max-desk:overflow-y-auto">
        <div className="px-10 pt-5 max-desk:px-4 desk:min-h-0 desk:flex-1 desk:overflow-y-auto">
          <div className="mx-auto max-w-180">
            <h1 className="text-20 font-semibold tracking-[-0.012em]">
              {after === null ? "Send the first run" : "Track a pipeline"}
            </h1>
            <p className="mt-1 max-w-140 text-ink-2">
              A few lines in the pipeline you have. They never throw into your code, your nodes never wait for
              the server, and what could not be sent is said on stderr. More in{" "}
              <ProseLink href="/docs/getting-started">Getting started</ProseLink>.
            </p>
            <ol className="mt-5">
              <KeyStep made={made} onMade={setMade} />
              <Step number={2} title="Install" aside="needs Node 20 or newer">
                <CopyLine prompt text={`npm install ${publicUrl}/sdk.tgz tsx`} what="install command" />
              </Step>
              <Step
                number={3}
                title="Add the tracker"
                aside={made ? "your key and address are filled in" : undefined}
              >
                <div className="mt-2">
                  <Segmented label="What you start from" value={way} options={options} onChange={setWay} />
                </div>
                {snippet ? <SnippetView file={FILE} snippet={snippet} /> : null}
              </Step>
              <Step number={4} title="Run it">
                <CopyLine prompt text={`npx tsx ${FILE}`} what="run command" />
              </Step>
            </ol>
            <Troubleshooting publicUrl={publicUrl} />
          </div>
        </div>
        <div className="shrink-0 px-10 py-3 max-desk:px-4">
          <div className="mx-auto max-w-180">
            <WaitForRun after={after} moveOn={after === null} keyId={made?.id ?? null} />
          </div>
        </div>
      </div>
      <GhostRun />
    </div>
  );
}
