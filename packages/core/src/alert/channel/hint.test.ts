import { expect, it } from "vitest";
import { hint } from "./hint";

it.each([
  ["https://hooks.slack.com/services/T024BE7LD/B0123/w8s3cr3tTOKENxyza1B2", "hooks.slack.com/…/a1B2"],
  ["https://chat.example:8443/hooks/abcdefghijklmnop?x=secret#secret", "chat.example:8443/…/mnop"],
  ["https://chat.example/hooks/short", "chat.example/…"],
  ["https://chat.example/", "chat.example/…"],
])("of %s shows %s", (address, shown) => expect(hint(address)).toBe(shown));
