import type { Metadata } from "next";
import { DocumentationPage } from "@/components/documentation/documentation-page";
import { OperationSection } from "@/components/documentation/operation-section";
import { SchemaFields } from "@/components/documentation/schema-fields";
import { ProseLink } from "@/components/ui/prose-link";
import { namedSchemas, operationsOf } from "@/documentation/api-operations";
import { API_REFERENCE } from "@/documentation/guides";
import { getServices } from "@/services";

export const metadata: Metadata = { title: API_REFERENCE.title, description: API_REFERENCE.about };

export default function ApiReferencePage() {
  const document = getServices().documentation.api();
  const operations = operationsOf(document);
  const schemas = namedSchemas(document);
  const headings = [
    ...operations.map(({ operationId, summary }) => ({ id: operationId, text: summary, depth: 2 })),
    { id: "schemas", text: "Schemas", depth: 2 },
  ];
  return (
    <DocumentationPage headings={headings}>
      <h1 className="text-20 font-semibold tracking-[-0.012em]">{API_REFERENCE.title}</h1>
      <p className="mt-3 text-ink-2">
        The HTTP API of this instance, at <code>{document.servers[0]?.url}</code>. The same as a file:{" "}
        <ProseLink href="/api/openapi.json">openapi.json</ProseLink>, OpenAPI 3.1. What holds for all of it
        (keys, limits, errors) stands in <ProseLink href="/docs/http-api">HTTP API</ProseLink>.
      </p>
      {operations.map((operation) => (
        <OperationSection key={operation.operationId} operation={operation} />
      ))}
      <h2 id="schemas" className="mt-8 scroll-mt-4 border-t border-line pt-5 text-16 font-semibold">
        Schemas
      </h2>
      {schemas.map(([name, schema]) => (
        <section key={name} aria-labelledby={`schema-${name}`} className="mt-6">
          <h3 id={`schema-${name}`} className="mb-1.5 scroll-mt-4 font-mono text-13 font-semibold">
            {name}
          </h3>
          {schema.description ? <p className="mb-1.5 text-13 text-ink-2">{schema.description}</p> : null}
          <SchemaFields schema={schema} />
        </section>
      ))}
    </DocumentationPage>
  );
}
