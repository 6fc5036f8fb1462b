import type { CodeLines } from "@/code/tokens";
import { CodeText } from "../code/code-text";
import { CopyButton } from "../ui/copy-button";

/** A piece of code in a text, to copy. */
export function GuideCode({ text, lines }: { text: string; lines: CodeLines | undefined }) {
  return (
    <figure className="group relative mt-3 overflow-hidden rounded-3 border border-line bg-sunken">
      <div className="absolute top-1 right-1 rounded-2 bg-sunken">
        <CopyButton variant="quiet" text={text} what="code" />
      </div>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key.
        tabIndex={0}
        aria-label="Code"
        className="overflow-x-auto -outline-offset-2"
      >
        <pre className="w-fit min-w-full px-3 py-2.5 pr-24 text-12/[18px]">
          {lines ? <CodeText lines={lines} /> : text}
        </pre>
      </section>
    </figure>
  );
}
