import { createHmac } from "node:crypto";
import { deriveKey } from "@heddle/core";
import { withSystem } from "@heddle/db";
import { expect, test } from "vitest";
import { createOidcStage } from "../testing/oidc-stage";
import { OidcVisitor } from "../testing/oidc-visitor";
import { createTenant } from "../testing/world";

test("where people need an invitation, its link lets them in, and only those it is for", async () => {
  const stage = await createOidcStage({ SIGN_UP: "invitation" });
  const { scope } = await createTenant(stage.world);
  const { sub, email } = stage.person();
  const invite = (secret: string, address: string | null) =>
    withSystem(stage.world.services.db, (tx) =>
      tx.invitation.create({
        data: {
          ...{
            id: crypto.randomUUID(),
            organizationId: scope.organizationId,
            role: "viewer",
            email: address,
          },
          hash: createHmac("sha256", deriveKey(stage.world.secret, "token")).update(secret).digest(),
          expiresAt: new Date(Date.now() + 60_000),
        },
      }),
    );
  await invite("for-ada", email);
  await invite("for-eve", "eve@example.org");

  for (const callbackUrl of ["/", "/invite/for-eve", "/invite/made-up"]) {
    const visitor = stage.visitor();
    await visitor.come(sub, callbackUrl);
    expect(await visitor.read("/connect")).toContain("You need an invitation");
    expect(await visitor.agree({ step: "create", name: "Ada" })).toMatchObject({ error: "IdentityChanged" });
  }
  const visitor = stage.visitor();
  await visitor.come(sub, "/invite/for-ada");
  const callbackUrl = "/invite/for-ada";
  const { url } = await visitor.agree({ step: "create", name: "Ada", callbackUrl });
  expect(url.href).toBe(`${stage.web.url}/invite/for-ada`);
  expect(await visitor.whoAmI()).toMatchObject({ email });
  stage.web.stop();
});

test("where nobody may join, only those who have an account come in", async () => {
  const stage = await createOidcStage({ SIGN_UP: "closed" });
  const [stranger, known] = [stage.person(), stage.person()];
  const visitor = stage.visitor();
  await visitor.come(stranger.sub);
  expect(await visitor.read("/connect")).toContain("accepts no new ones");
  expect(await visitor.agree({ step: "create", name: "Eve" })).toMatchObject({ error: "IdentityChanged" });
  expect((await stage.known(stranger.email)).accounts).toEqual([]);
  await stage.account(known.email);
  await visitor.come(known.sub);
  expect(await visitor.read("/connect")).toContain("Is this your account?");
  stage.web.stop();
});

test("behind TLS every cookie on the way is Secure, and none is for scripts or other sites", async () => {
  const publicUrl = "https://heddle.example.org";
  const stage = await createOidcStage({ SIGN_UP: "open", PUBLIC_URL: publicUrl });
  stage.provider.serve(publicUrl);
  const lines: string[] = [];
  const visitor = new OidcVisitor(stage.web.url, stage.provider, publicUrl);
  const { here } = visitor;
  const plain = here.fetch.bind(here);
  here.fetch = async (...args) => {
    const answer = await plain(...args);
    lines.push(...answer.headers.getSetCookie());
    return answer;
  };
  await visitor.come(stage.person().sub);
  await visitor.agree({ step: "create", name: "Ada" });
  expect(await visitor.whoAmI()).not.toBeNull();
  const names = new Set(lines.map((line) => line.split("=")[0]));
  expect([...names].sort()).toEqual([
    "__Host-heddle.identity",
    "__Host-next-auth.csrf-token",
    "__Secure-next-auth.callback-url",
    "__Secure-next-auth.nonce",
    "__Secure-next-auth.pkce.code_verifier",
    "__Secure-next-auth.session-token",
    "__Secure-next-auth.state",
  ]);
  for (const line of lines) {
    for (const mark of [/; Secure/i, /; HttpOnly/i, /; SameSite=Lax/i, /; Path=\/(;|$)/i])
      expect(line).toMatch(mark);
    expect(line).not.toMatch(/; Domain/i);
  }
});
