import type { Token } from "marked";
import { guideLink } from "@/documentation/guides";
import { known } from "@/documentation/parse-guide";
import { ProseLink } from "../ui/prose-link";

/** Text with its emphasis, code and links. Nothing of it is HTML. */
export function Inline({ tokens }: { tokens: Token[] | undefined }) {
  return known(tokens).map((token, index) => {
    const key = `${index} ${token.raw}`;
    switch (token.type) {
      case "strong":
        return (
          <strong key={key} className="font-semibold">
            <Inline tokens={token.tokens} />
          </strong>
        );
      case "em":
        return (
          <em key={key}>
            <Inline tokens={token.tokens} />
          </em>
        );
      case "codespan":
        return (
          <code key={key} className="rounded-1 bg-active px-1 py-px text-[0.9em] break-words">
            {token.text}
          </code>
        );
      case "link":
        return <GuideLink key={key} href={token.href} tokens={token.tokens} />;
      case "br":
        return <br key={key} />;
      case "text":
        return token.tokens ? <Inline key={key} tokens={token.tokens} /> : token.text;
      case "escape":
        return token.text;
      default:
        return token.raw;
    }
  });
}

function GuideLink({ href, tokens }: { href: string; tokens: Token[] }) {
  const to = guideLink(href);
  const text = <Inline tokens={tokens} />;
  return to === null ? text : <ProseLink href={to}>{text}</ProseLink>;
}
