import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The provider's page: a button for each person, and one to turn back. */
export async function answerInteraction(
  provider: Provider,
  people: Map<string, { name?: string }>,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  if (req.method !== "POST") {
    const buttons = [...people].map(
      ([sub, { name }]) => `<button name="sub" value="${escaped(sub)}">${escaped(name ?? sub)}</button>`,
    );
    res.setHeader("content-type", "text/html; charset=utf-8");
    res.end(
      `<!doctype html><title>Test Login</title><h1>Who are you?</h1>
       <form method="post">${buttons.join("")}<button name="sub" value="">Nobody</button></form>`,
    );
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  const sub = new URLSearchParams(Buffer.concat(chunks).toString()).get("sub");
  const result = sub ? { login: { accountId: sub } } : { error: "access_denied" };
  await provider.interactionFinished(req, res, result);
}
