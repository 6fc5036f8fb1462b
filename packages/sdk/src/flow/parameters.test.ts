import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { parametersOf } from "./parameters";

type Run = (values: never) => unknown;
/** A function whose text is exactly `code`: what a compiler or a user may have written. */
const make = (code: string): Run => new Function(`return (${code})`)();
const names = (code: string) => parametersOf(make(code)).names?.map(({ name }) => name);
const problem = (code: string) => parametersOf(make(code)).problem;

describe("parametersOf", () => {
  it.each([
    ["({ a, b }) => a + b", ["a", "b"]],
    ["({a:x,b:y})=>x+y", ["a", "b"]],
    ["async ({ a }) => a", ["a"]],
    ["() => 1", []],
    ["function ({ a, }) { return a }", ["a"]],
    ["async function named({ a }, ) { return a }", ["a"]],
    ["({ m({ a, b }) { return a } }).m", ["a", "b"]],
    ["({ async ['x' + (1)]({ a }) { return a } }).x1", ["a"]],
    ["({ 'quoted name'({ a }) { return a } })['quoted name']", ["a"]],
    ["({ a = 1, b = { c: 2 }, c: { d, e } = {}, f: [g] }) => a", ["a", "b", "c", "f"]],
    ["({ a = ({ x }) => x, b = `}\\u0024{'}'}`, c = /[/}]/, d = ')' }) => a", ["a", "b", "c", "d"]],
    ["({ 'a-b': x, \"c\\u0064\": y, 3: z, $: s, _: u, ünï: v }) => x", ["a-b", "cd", "3", "$", "_", "ünï"]],
    ["(/* { x } */ { a, // b\n c }) => a", ["a", "c"]],
    ["({ a } = {}) => a", ["a"]],
    ["({}) => 1", []],
  ])("reads %s", (code, expected) => expect(names(code)).toEqual(expected));

  it("tells which names have a default", () => {
    const found = parametersOf(make("({ a, b = 1, c: x, d: y = () => ({}), e: { f = 1 } }) => a")).names;
    expect(found?.filter(({ optional }) => optional).map(({ name }) => name)).toEqual(["b", "d"]);
  });

  it.each([
    ["(spend, signups) => 1", "({ spend, signups }) => ..."],
    ["spend => 1", "({ spend }) => ..."],
    ["async spend => 1", "({ spend }) => ..."],
    ["function (a, b = 2) {}", "({ a, b }) => ..."],
    ["({ a }, b) => 1", "({ a, b }) => ..."],
    ["({ a, ...rest }) => 1", "Name each of them"],
    ["({ [Symbol.iterator]: a }) => 1", "Name each of them"],
    ["([a]) => 1", "({ a }) => ..."],
    ["(...all) => 1", "({ all }) => ..."],
    ["class A {}", "({ a }) => new TheClass(a)"],
    ["function* g({ a }) {}", "({ a }) => [...items(a)]"],
    ["(function ({ a }) {}).bind(null)", "({ a }) => fn({ a })"],
    ["Math.max", "({ a }) => fn({ a })"],
  ])("says how to rewrite %s", (code, hint) => expect(problem(code)).toContain(hint));

  it.each(["es2015", "es2018", "es2022", "esnext"])("reads what esbuild minified for %s", (target) => {
    const code = `export const f = ({ spend, signups: { length }, rate = 2, "a-b": other }: any) => {
      const unused = 1; return spend.map((one: number) => (one * rate) / length + other); }`;
    const { code: small } = transformSync(code, { loader: "ts", minify: true, target, format: "cjs" });
    const module = { exports: {} as { f?: Run } };
    new Function("module", "exports", small)(module, module.exports);
    const run = module.exports.f ?? (() => undefined);
    expect(run.toString()).not.toContain("length:{");
    expect(parametersOf(run).names?.map(({ name }) => name)).toEqual(["spend", "signups", "rate", "a-b"]);
  });
});
