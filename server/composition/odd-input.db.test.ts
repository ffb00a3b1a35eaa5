import { beforeAll, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { signedIn } from "./testing/as-caller";
import { fillInput, inputWithIds, outcomeOf, procedures } from "./testing/inputs";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();

/** Texts that have broken programs: quotes of SQL, ends of strings, halves of characters, patterns without end, names of objects. */
const texts = [
  "",
  "' or 1=1); select pg_sleep(10); -- \"\\",
  "$1 #{7*7} {{7*7}} %s %n",
  "\u0000",
  "\ud800",
  "\u202e\u2066 evil\u2069",
  "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034d A",
  "\ufffe\uffff\u{10ffff}",
  "田中さん ﷽ 👩‍👩‍👧‍👦 İi ıI ß",
  "../../etc/passwd\\..\\..",
  "(a+)+$ ^(([a-z])+.)+[A-Z]([a-z])+$",
  "%00%0d%0aSet-Cookie: a=b",
  "\r\nBcc: all@example.com",
  "__proto__",
  "<<DATA constructor>>",
  "9".repeat(400),
  "x".repeat(20_000),
  "&|!<->():*",
  "2026-02-31",
  "+275760-09-13T00:00:00.001Z",
  "javascript:alert(1)",
];
const numbers = [-1, 0, 1.5, 2 ** 31, 2 ** 53, -(2 ** 53), Number.MAX_VALUE, Number.NaN];
const others: unknown[] = [null, [], {}, [[]], true, { toString: "x" }, { __proto__: null, constructor: 1 }];

/** End the caller's own session, membership or workspace, or wait for somebody elsewhere. */
const leftOut =
  /^(workspaces\.(leave|remove|deleteAccount|transfer)|identity\.(revoke|delete)|installation\.|ask\.follow)/;

let headers: Record<string, string>;
beforeAll(async () => {
  const ctx = await aWorkspace();
  headers = await signedIn(ctx.userId, ctx.workspace.slug);
});

/** Calls the procedures with the values, in all places of its input that can take one, and returns what went wrong inside. */
async function broken(values: readonly unknown[], fits: (type: string) => boolean): Promise<string[]> {
  const failed: string[] = [];
  for (const [index, { path, inputs }] of procedures.entries()) {
    if (!inputs[0] || leftOut.test(path)) continue;
    for (const [turn, value] of values.entries()) {
      // Each value with every second procedure, each procedure with every second value: all of them would take minutes.
      if ((index + turn) % 2 === 1) continue;
      const input = fillInput(path, inputWithIds(path), value, fits);
      if (input === null) continue;
      const began = performance.now();
      const { code, told } = await outcomeOf(headers, path, input);
      if (code === "INTERNAL_SERVER_ERROR") failed.push(`${path} with ${JSON.stringify(value)?.slice(0, 60)}: ${told}`);
      if (performance.now() - began > 5_000)
        failed.push(`${path} with ${JSON.stringify(value)?.slice(0, 60)} took too long`);
    }
  }
  return failed;
}

test("no text, in any search, filter, order, name or field, breaks a statement or anything else", async () => {
  expect(await broken(texts, (type) => type === "string")).toEqual([]);
});

test("no number and no other kind of value does either", async () => {
  expect(await broken(numbers, (type) => type === "number" || type === "integer")).toEqual([]);
  expect(await broken(others, () => true)).toEqual([]);
});

test("text that no database keeps, and values without end, are refused in words", async () => {
  const nest = (depth: number): unknown => (depth === 0 ? "x" : [nest(depth - 1)]);
  for (const name of ["a\u0000b", "half \ud83d", nest(5_000)]) {
    const { code, told } = await outcomeOf(headers, "collections.create", { name });
    expect(code).toBe("invalid");
    expect(told).toMatch(/character|deep/);
  }
});
