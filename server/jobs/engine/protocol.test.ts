import { expect, it } from "vitest";
import { parseStorable, readOutcome } from "./protocol";

it("replaces what jsonb cannot hold, and nothing else", () => {
  const bad = JSON.stringify({ a: "x\u0000y", "k\u0000": ["\ud800", "😀 \\u0000"] });
  expect(parseStorable(bad)).toEqual({ a: "x\uFFFDy", "k\uFFFD": ["\uFFFD", "😀 \\u0000"] });
  expect(parseStorable('{"a":1}')).toEqual({ a: 1 });
  expect(parseStorable("")).toBeUndefined();
});

it("reads how the SDK says when and whether to try again", async () => {
  const answer = (status: number, headers: Record<string, string>) =>
    readOutcome(
      new Response(JSON.stringify({ name: "E", message: "m" }), { status, headers }),
      Date.parse("2026-01-01T00:00:00Z"),
    );
  expect(await answer(500, { "x-inngest-no-retry": "false", "retry-after": "3" })).toMatchObject({
    kind: "rejected",
    isRetriable: true,
    retryAfterMs: 3000,
  });
  expect(await answer(500, { "retry-after": "2026-01-01T00:00:10Z" })).toMatchObject({ retryAfterMs: 10_000 });
  expect(await answer(400, { "x-inngest-no-retry": "true" })).toMatchObject({
    isRetriable: false,
    error: { message: "m" },
  });
});
