import { describe, expect, it } from "vitest";
import { createOutbound } from "./outbound";

/** Addresses that must end before any name is resolved and any socket is opened. */
const HOSTILE = [
  "",
  "hooks.slack.com/services/x",
  "//hooks.slack.com/services/x",
  "javascript:alert(1)",
  "file:///etc/passwd",
  "data:text/plain,x",
  "gopher://127.0.0.1:6379/_FLUSHALL",
  "ftp://example.com/",
  "ws://example.com/",
  "https://",
  "https://exa mple.com/",
  "https://256.256.256.256/",
  "https://127.0.0.1.1.1.1.1/",
  "https://[::1",
  "https://example.com:99999/",
  "http://example.com/",
  "http://hooks.slack.com/services/x",
  "HTTP://8.8.8.8/",
  "https://user@hooks.slack.com/",
  "https://user:password@hooks.slack.com/",
  "https://hooks.slack.com@127.0.0.1/",
  "https://127.0.0.1/",
  "https://127.0.0.1:8241/api/health",
  "https://127.1/",
  "https://127.0.1/",
  "https://2130706433/",
  "https://0x7f000001/",
  "https://0x7f.0.0.1/",
  "https://0177.0.0.1/",
  "https://017700000001/",
  "https://0/",
  "https://0.0.0.0/",
  "https://127.0.0.1./",
  "https://①②⑦.⓪.⓪.①/",
  "https://１２７.0.0.1/",
  "https://127。0。0。1/",
  "https://%31%32%37.0.0.1/",
  "https:\\\\127.0.0.1\\",
  "https:127.0.0.1/",
  "https:///127.0.0.1/",
  " https://127.0.0.1/ ",
  "https://127.0.0.1\t/",
  "https://10.0.0.1/",
  "https://172.16.0.1/",
  "https://192.168.0.1/",
  "https://3232235521/",
  "https://169.254.169.254/latest/meta-data/",
  "https://0xa9fea9fe/",
  "https://2852039166/",
  "https://0251.0376.0251.0376/",
  "https://100.100.100.200/",
  "https://168.63.129.16/",
  "https://192.0.0.192/",
  "https://224.0.0.1/",
  "https://255.255.255.255/",
  "https://[::]/",
  "https://[::1]/",
  "https://[0:0:0:0:0:0:0:1]/",
  "https://[::ffff:127.0.0.1]/",
  "https://[::ffff:7f00:1]/",
  "https://[::127.0.0.1]/",
  "https://[64:ff9b::7f00:1]/",
  "https://[64:ff9b::169.254.169.254]/",
  "https://[2002:7f00:1::]/",
  "https://[2001:0:7f00:1::]/",
  "https://[fe80::1]/",
  "https://[fe80::1%25eth0]/",
  "https://[fc00::1]/",
  "https://[fd00:ec2::254]/",
  "https://[ff02::1]/",
];

describe("hostile addresses", () => {
  const asked: string[] = [];
  const outbound = createOutbound({
    allowHosts: "chat.example.lan:8065",
    resolve: async (host) => {
      asked.push(host);
      return [{ address: "127.0.0.1", family: 4 }];
    },
  });

  it.each(HOSTILE)("refuses %j", async (address) => {
    expect(outbound.refusal(address)).not.toBeNull();
    const outcome = await outbound.postJson(address, {});
    expect(outcome.kind).toBe("refused");
    expect(asked).toEqual([]);
  });

  it("allows what an operator named, on that port alone", () => {
    expect(outbound.refusal("http://chat.example.lan:8065/hooks/x")).toBeNull();
    expect(outbound.refusal("http://CHAT.example.lan:8065/hooks/x")).toBeNull();
    expect(outbound.refusal("http://chat.example.lan/hooks/x")).not.toBeNull();
    expect(outbound.refusal("http://other.example.lan:8065/hooks/x")).not.toBeNull();
  });

  it.each([
    ["http://10.0.0.5/hooks/x", "10.0.0.5:80"],
    ["http://chat.example.lan:8066/hooks/x", "chat.example.lan:8066"],
    ["https://10.0.0.5/hooks/x", "10.0.0.5:443"],
  ])("says of %s how an operator allows it", (address, host) => {
    expect(outbound.refusal(address)?.fix).toContain(
      `have the operator add ${host} to OUTBOUND_ALLOW_HOSTS.`,
    );
  });

  it("repeats nothing of the address but host and port", () => {
    const refusal = outbound.refusal("https://127.0.0.1/services/T0/B0/s3cr3t?k=s3cr3t#s3cr3t");
    expect(JSON.stringify(refusal)).not.toContain("s3cr3t");
    expect(refusal?.fix).toContain("127.0.0.1:443");
  });
});
