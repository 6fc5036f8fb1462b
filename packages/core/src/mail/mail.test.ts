import { expect, test } from "vitest";
import * as mails from "./account-mails";
import { compose } from "./compose";

const EVIL = `Eve\r\nBcc: all@example.org\n\n<script>alert(1)</script><a href="https://evil.example">"'&`;
const LINK = "http://heddle.test/reset/abc?x=1&y=2";
const args = { to: "ada@example.org", name: EVIL, publicUrl: "http://heddle.test", link: LINK, next: EVIL };
const all = Object.entries(mails).map(([name, make]) => ({ name, mail: make(args) }));

test.each(all)("$name: what people wrote is text in it, on one line, and nothing else", ({ mail }) => {
  expect(mail.to).toBe("ada@example.org");
  expect(mail.subject).toMatch(/^[^\r\n]{1,150}$/);
  expect(mail.html).not.toMatch(/<script|href="https:\/\/evil/);
  expect(mail.text).not.toMatch(/^Bcc/m);
  expect(mail.html).not.toMatch(/\n/);
  const tags = new Set(Array.from(mail.html.matchAll(/<(\/?[a-z]+)/g), ([, tag]) => tag));
  const known = ["html", "body", "div", "p", "a"].flatMap((tag) => [tag, `/${tag}`]);
  expect([...tags].filter((tag) => tag === undefined || !known.includes(tag))).toEqual([]);
});

test.each(all)("$name: text and HTML say the same and lead to the same place", ({ mail }) => {
  const [address] = mail.text.match(/^https?:.*$/m) ?? [];
  if (address) expect(mail.html).toContain(`href="${address.replaceAll("&", "&amp;")}"`);
  expect(mail.text).toContain("Heddle at http://heddle.test");
});

test("strangers choose neither the words nor the links of what is sent to others", () => {
  for (const make of [mails.signUpMail, mails.changeEmailMail]) {
    expect(JSON.stringify(make(args))).not.toContain("Eve");
  }
});

test("a subject is one short line, whatever is put into it", () => {
  const letter = { to: "a@b.c", before: [], after: [], publicUrl: "http://heddle.test" };
  const subject = `Join ${"🎉\r\nX-Evil: 1\u2028".repeat(100)}`;
  const made = compose({ ...letter, subject }).subject;
  expect(made).not.toMatch(/[\r\n\u2028]/);
  expect(Array.from(made).length).toBeLessThanOrEqual(150);
  expect(made).not.toContain("\uFFFD");
});
