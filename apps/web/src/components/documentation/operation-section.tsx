import { plainLines } from "@/code/tokens";
import { curlOf, type ListedOperation } from "@/documentation/api-operations";
import { GuideCode } from "./guide-code";
import { InlineText } from "./inline-text";
import { SchemaFields, SchemaType } from "./schema-fields";

/** One operation: what it does, what it takes, what it answers. */
export function OperationSection({ operation }: { operation: ListedOperation }) {
  const { method, path, summary, description, parameters, requestBody, responses } = operation;
  const secured = "401" in responses;
  const curl = curlOf(operation, secured);
  return (
    <section aria-labelledby={operation.operationId} className="mt-8 border-t border-line pt-5">
      <h2 id={operation.operationId} className="scroll-mt-4 text-16 font-semibold">
        {summary}
      </h2>
      <p className="mt-1 flex flex-wrap gap-2 font-mono text-12">
        <span className="font-semibold text-accent">{method}</span>
        <span className="break-all">{path}</span>
      </p>
      {description ? (
        <p className="mt-2 text-ink-2">
          <InlineText text={description} />
        </p>
      ) : null}
      <GuideCode text={curl} lines={plainLines(curl)} />
      {parameters.length > 0 ? (
        <>
          <h3 className="mt-4 mb-1.5 text-12 font-medium text-ink-3">Parameters</h3>
          <dl className="border-t border-line">
            {parameters.map((parameter) => (
              <div key={`${parameter.in} ${parameter.name}`} className="border-b border-line py-2">
                <dt className="flex flex-wrap items-baseline gap-x-2 text-12">
                  <code className="font-medium">{parameter.name}</code>
                  <SchemaType schema={parameter.schema} />
                  <span className="text-11 text-ink-3">
                    in the {parameter.in}
                    {parameter.required ? "" : ", may be left out"}
                  </span>
                </dt>
                <dd className="text-13 text-ink-2">
                  <InlineText text={parameter.description ?? parameter.schema.description ?? ""} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      {Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => (
        <div key={type}>
          <h3 className="mt-4 mb-1.5 text-12 font-medium text-ink-3">
            Body, <code>{type}</code>
          </h3>
          <SchemaFields schema={schema} />
        </div>
      ))}
      <h3 className="mt-4 mb-1.5 text-12 font-medium text-ink-3">Answers</h3>
      <dl className="border-t border-line">
        {Object.entries(responses).map(([status, response]) => (
          <div key={status} className="flex gap-3 border-b border-line py-2 text-13">
            <dt className="w-9 shrink-0 font-mono text-12/[20px] font-medium">{status}</dt>
            <dd className="min-w-0 text-ink-2">
              <InlineText text={response.description} />{" "}
              {Object.values(response.content ?? {}).map(({ schema }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an answer has one type of content, rarely two.
                <SchemaType key={index} schema={schema} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
