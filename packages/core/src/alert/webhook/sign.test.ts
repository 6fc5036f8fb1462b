import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signatureHeaders, signingSecret } from "./sign";

describe("a webhook's signature", () => {
  it("is that of the test vector of Standard Webhooks", () => {
    const headers = signatureHeaders("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", {
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
      at: new Date(1_614_265_330_999),
      payload: '{"test": 2432232314}',
    });
    expect(headers).toEqual({
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
  });

  it("is over the bytes that are sent, whatever they say", () => {
    const secret = signingSecret(Buffer.alloc(32, 7), "a");
    const key = Buffer.from(secret.slice(6), "base64");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.date({ noInvalidDate: true }), (payload, at) => {
        const headers = signatureHeaders(secret, { id: "m", at, payload });
        const bytes = Buffer.concat([
          Buffer.from(`m.${headers["webhook-timestamp"]}.`),
          Buffer.from(payload),
        ]);
        const expected = createHmac("sha256", key).update(bytes).digest("base64");
        expect(headers["webhook-signature"]).toBe(`v1,${expected}`);
      }),
    );
  });

  it("is made with a secret of the channel's own, of 32 bytes", () => {
    const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const secrets = [signingSecret(one, "a"), signingSecret(one, "b"), signingSecret(two, "a")];
    expect(new Set(secrets).size).toBe(3);
    for (const secret of secrets) expect(Buffer.from(secret.slice(6), "base64")).toHaveLength(32);
    expect(signingSecret(one, "a")).toBe(secrets[0]);
  });
});
