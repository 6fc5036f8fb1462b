import type { Environment, RunDetail } from "@heddle/contract";
import { formatBytes, formatCount } from "@/format/number";
import { EmptyState } from "../ui/empty-state";
import { Fact, FactGroup } from "./fact";
import { safeLink } from "./safe-link";
import { SearchableFacts } from "./searchable-facts";

function CodeFacts({ run }: { run: RunDetail }) {
  const { git, codeVersion } = run;
  return (
    <FactGroup title="Code">
      <dl>
        <Fact term="Version" value={codeVersion} mono />
        <Fact term="Commit" value={git?.commit ?? null} mono />
        <Fact term="Branch" value={git?.branch ?? null} mono />
        <Fact term="Message" value={git?.message ?? null} />
        <Fact term="Author" value={git?.author ?? null} />
        <Fact term="Remote" value={git?.remote ?? null} mono />
        <Fact
          term="Local changes"
          value={git?.dirty == null ? null : git.dirty ? "yes, not in the commit" : "none"}
        />
      </dl>
    </FactGroup>
  );
}

function MachineFacts({ environment: at }: { environment: Environment }) {
  const ci = at.ci ? [at.ci.name, at.ci.job].filter(Boolean).join(", ") : null;
  const link = safeLink(at.ci?.url ?? null);
  return (
    <FactGroup title="Machine">
      <dl>
        <Fact term="Runtime" value={`${at.runtime.name} ${at.runtime.version}`} />
        <Fact term="System" value={`${at.os.name} ${at.os.version}, ${at.os.arch}`} />
        <Fact term="CPU" value={at.cpu ? `${formatCount(at.cpu.count)} × ${at.cpu.model}` : null} />
        <Fact term="Memory" value={at.memoryBytes === null ? null : formatBytes(at.memoryBytes)} />
        <Fact term="Host" value={at.hostname} mono />
        <Fact term="User" value={at.user} mono />
        <Fact term="Container" value={at.container === null ? null : at.container ? "yes" : "no"} />
        <Fact term="CI" value={ci}>
          {link ? (
            <a href={link} rel="noreferrer noopener" target="_blank" className="text-accent hover:underline">
              {ci}
            </a>
          ) : null}
        </Fact>
        <Fact term="Lock file" value={at.lockfileDigest} mono />
        <Fact term="Command" value={at.command} mono />
      </dl>
    </FactGroup>
  );
}

function configText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What the run ran on and with. What the client did not report says so. */
export function EnvironmentView({ run }: { run: RunDetail }) {
  const { environment } = run;
  const config = Object.fromEntries(
    Object.entries(run.config).map(([name, value]) => [name, configText(value)]),
  );
  return (
    <section aria-label="Environment" className="min-h-0 flex-1 overflow-y-auto">
      <div className="grid grid-cols-2 max-desk:grid-cols-1">
        <div className="min-w-0 border-line desk:border-r">
          <CodeFacts run={run} />
          {environment ? (
            <MachineFacts environment={environment} />
          ) : (
            <div className="p-(--gutter)">
              <EmptyState title="No environment was reported">
                The client did not say what this run ran on. The newest SDK does.
              </EmptyState>
            </div>
          )}
          <SearchableFacts title="Configuration" what="setting" facts={config} />
          <SearchableFacts title="Tags" what="tag" facts={run.tags} />
        </div>
        <div className="min-w-0">
          {environment ? (
            <>
              <SearchableFacts title="Packages" what="package" facts={environment.packages} />
              <SearchableFacts title="Variables" what="variable" facts={environment.variables} />
            </>
          ) : null}
        </div>
      </div>
    </section>
  );
}
