import { cn } from "../ui/cn";
import { CopyButton } from "../ui/copy-button";
import { type CodeToken, codeTokens } from "./code-tokens";
import { plainText, type Snippet } from "./snippets";

const COLOURS: Record<CodeToken["kind"], string | undefined> = {
  keyword: "text-code-key",
  string: "text-code-str",
  number: "text-code-num",
  call: "text-code-fn",
  plain: undefined,
};

/** A file as text, with numbers, and signs at the lines that tracking adds. */
export function SnippetView({ file, snippet }: { file: string; snippet: Snippet }) {
  return (
    <figure className="mt-2 overflow-hidden rounded-3 border border-line bg-sunken">
      <figcaption className="flex h-8 items-center justify-between border-b border-line bg-bg pr-1.5 pl-2.5">
        <code className="text-12 text-ink-2">{file}</code>
        <CopyButton variant="quiet" text={plainText(snippet)} what={file} />
      </figcaption>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
        tabIndex={0}
        aria-label={`Content of ${file}`}
        className="overflow-x-auto -outline-offset-2"
      >
        <pre className="w-fit min-w-full py-1.5 text-12/[18px]">
          {snippet.lines.map(({ text, added }, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
              key={index}
              className={cn("block pr-3", added && "bg-diff-add")}
            >
              <span aria-hidden className="inline-block w-8.5 pr-2.5 text-right text-ink-3 select-none">
                {index + 1}
              </span>
              <span aria-hidden className="inline-block w-3.5 text-success-text select-none">
                {added ? "+" : " "}
              </span>
              {codeTokens(text).map((token, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the line.
                <span key={at} className={COLOURS[token.kind]}>
                  {token.text}
                </span>
              ))}
              {"\n"}
            </span>
          ))}
        </pre>
      </section>
    </figure>
  );
}
