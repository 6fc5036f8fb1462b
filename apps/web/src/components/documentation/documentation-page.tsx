import type { ReactNode } from "react";
import type { Heading } from "@/documentation/parse-guide";

/** A page of the documentation: its text, and beside it what is on it. */
export function DocumentationPage({ headings, children }: { headings: Heading[]; children: ReactNode }) {
  return (
    <div className="flex justify-center gap-10 px-(--gutter) py-8 max-desk:py-5">
      <article className="w-full max-w-180 min-w-0 text-[14px]/[22px]">{children}</article>
      {headings.length > 1 ? (
        <nav
          aria-label="On this page"
          className="sticky top-8 hidden max-h-[calc(100dvh-8rem)] w-52 shrink-0 self-start overflow-y-auto wide:block"
        >
          <p className="mb-1.5 text-11 font-medium text-ink-3">On this page</p>
          <ul className="border-l border-line">
            {headings.map(({ id, text, depth }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  className={`-ml-px block border-l border-transparent py-0.75 text-12 text-ink-2 hover:border-ink-3 hover:text-ink ${depth > 2 ? "pl-6" : "pl-3"}`}
                >
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
  );
}
