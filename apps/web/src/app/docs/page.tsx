import type { Metadata } from "next";
import Link from "next/link";
import { DocumentationPage } from "@/components/documentation/documentation-page";
import { API_REFERENCE, GUIDES } from "@/documentation/guides";

export const metadata: Metadata = { title: "Documentation" };

const ENTRIES = [...GUIDES, { slug: "api", ...API_REFERENCE }];

export default function DocumentationIndex() {
  return (
    <DocumentationPage headings={[]}>
      <h1 className="text-20 font-semibold tracking-[-0.012em]">Documentation</h1>
      <p className="mt-3 text-ink-2">
        See every run of every pipeline, and know what changed and why. This is the documentation of the very
        version that serves it.
      </p>
      <ul className="mt-6 border-t border-line">
        {ENTRIES.map(({ slug, title, about }) => (
          <li key={slug} className="border-b border-line">
            <Link href={`/docs/${slug}`} className="group block py-3">
              <span className="font-medium group-hover:text-accent">{title}</span>
              <span className="block text-13 text-ink-2">{about}</span>
            </Link>
          </li>
        ))}
      </ul>
    </DocumentationPage>
  );
}
