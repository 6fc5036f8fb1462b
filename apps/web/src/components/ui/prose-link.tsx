import Link from "next/link";
import type { ReactNode } from "react";

/** A link in a paragraph: underlined, because colour alone would not tell it from the text around it. */
export function ProseLink({ href, children }: { href: string; children: ReactNode }) {
  const look = "text-accent underline decoration-accent-line underline-offset-2 hover:decoration-accent";
  // Files and other sites are no pages of ours, which are loaded ahead.
  if (!href.startsWith("/") || /\.\w+$/.test(href))
    return (
      <a href={href} rel="noreferrer" className={look}>
        {children}
      </a>
    );
  return (
    <Link href={href} className={look}>
      {children}
    </Link>
  );
}
