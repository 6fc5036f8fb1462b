import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DocumentationPage } from "@/components/documentation/documentation-page";
import { GuideBody } from "@/components/documentation/guide-body";
import { GUIDES } from "@/documentation/guides";
import { parseGuide } from "@/documentation/parse-guide";
import { getServices } from "@/services";

const find = (slug: string) => GUIDES.find((guide) => guide.slug === slug);

export async function generateMetadata({ params }: PageProps<"/docs/[slug]">): Promise<Metadata> {
  const guide = find((await params).slug);
  return { title: guide?.title, description: guide?.about };
}

export default async function GuidePage({ params }: PageProps<"/docs/[slug]">) {
  const found = find((await params).slug);
  if (!found) notFound();
  const guide = await parseGuide(await getServices().documentation.readGuide(found.file));
  return (
    <DocumentationPage headings={guide.headings}>
      <GuideBody guide={guide} tokens={guide.tokens} />
    </DocumentationPage>
  );
}
