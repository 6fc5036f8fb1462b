import type { MarkedToken, Tokens } from "marked";
import { known, type ParsedGuide } from "@/documentation/parse-guide";
import { GuideCode } from "./guide-code";
import { Inline } from "./inline";

const HEADINGS = {
  1: "text-20 font-semibold tracking-[-0.012em]",
  2: "mt-8 border-t border-line pt-5 text-16 font-semibold",
  3: "mt-5 text-14 font-semibold",
} as const;

/** A guide as it is read. */
export function GuideBody({ guide, tokens }: { guide: ParsedGuide; tokens: MarkedToken[] }) {
  return tokens.map((token, index) => {
    const key = `${index} ${token.type}`;
    switch (token.type) {
      case "heading":
        return <GuideHeading key={key} token={token} id={guide.ids.get(token)} />;
      case "paragraph":
        return (
          <p key={key} className="mt-3">
            <Inline tokens={token.tokens} />
          </p>
        );
      case "text":
        return <Inline key={key} tokens={token.tokens ?? [token]} />;
      case "code":
        return <GuideCode key={key} text={token.text} lines={guide.code.get(token)} />;
      case "list":
        return <GuideList key={key} guide={guide} list={token} />;
      case "table":
        return <GuideTable key={key} table={token} />;
      case "blockquote":
        return (
          <blockquote key={key} className="mt-3 border-l-2 border-line-strong pl-4 text-ink-2">
            <GuideBody guide={guide} tokens={known(token.tokens)} />
          </blockquote>
        );
      default:
        return null;
    }
  });
}

function GuideHeading({ token, id }: { token: Tokens.Heading; id: string | undefined }) {
  const depth = token.depth === 1 || token.depth === 2 ? token.depth : 3;
  const Tag = `h${depth}` as const;
  return (
    <Tag id={id} className={`scroll-mt-4 ${HEADINGS[depth]}`}>
      <Inline tokens={token.tokens} />
    </Tag>
  );
}

function GuideList({ guide, list }: { guide: ParsedGuide; list: Tokens.List }) {
  const Tag = list.ordered ? "ol" : "ul";
  return (
    <Tag className={`mt-3 flex flex-col gap-1.5 pl-5 ${list.ordered ? "list-decimal" : "list-disc"}`}>
      {list.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item of a text is its place in it.
        <li key={index} className="marker:text-ink-3">
          <GuideBody guide={guide} tokens={known(item.tokens)} />
        </li>
      ))}
    </Tag>
  );
}

function GuideTable({ table }: { table: Tokens.Table }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key.
    <section aria-label="Table" tabIndex={0} className="mt-3 overflow-x-auto">
      <table className="w-full text-12">
        <thead>
          <tr className="border-b border-line text-left text-11 text-ink-3">
            {table.header.map((cell) => (
              <th key={cell.text} scope="col" className="py-1.5 pr-4 font-medium">
                <Inline tokens={cell.tokens} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.map(({ text }) => text).join(" ")} className="border-b border-line align-top">
              {row.map((cell, index) => (
                <td key={table.header[index]?.text} className="py-2 pr-4">
                  <Inline tokens={cell.tokens} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
