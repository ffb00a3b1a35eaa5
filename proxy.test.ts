import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { baseUrl } from "@/lib/env";
import { proxy } from "./proxy";

const page = (host: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(new URL("/acme/library", baseUrl), { headers: { host, ...headers } }));
const { host } = new URL(baseUrl);

test("a page of ours has a policy with a nonce of its own, and nobody may keep it", () => {
  const policies = [page(host), page(host)].map((reply) => reply.headers.get("content-security-policy") ?? "");
  expect(new Set(policies).size).toBe(2);
  expect(policies[0]).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic'/);
  expect(policies[0]).not.toMatch(/unsafe/);
  expect(page(host).headers.get("cache-control")).toBe("private, no-store");
});

test("a host that is not ours gets no page, whatever else the request claims", async () => {
  const claims: Record<string, string>[] = [{}, { "x-forwarded-host": host }, { forwarded: `host=${host}` }];
  for (const headers of claims) {
    const reply = page("evil.example", headers);
    expect(reply.status).toBe(421);
    expect(await reply.text()).toContain('does not answer for "evil.example"');
  }
  expect(page(host, { "x-forwarded-host": "evil.example" }).status).toBe(200);
});

test("what a client says of our own headers is not believed", () => {
  const reply = page(host, { "x-nonce": "mine", "x-outrider-path": "https://evil.example/" });
  expect(reply.headers.get("x-middleware-request-x-outrider-path")).toBe("/acme/library");
  expect(reply.headers.get("x-middleware-request-x-nonce")).not.toBe("mine");
});
