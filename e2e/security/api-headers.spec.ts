import { globSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { anOwner } from "./people";

/** What a route's variable parts are asked with: none of it is there, which must show in the status and in nothing else. */
const stranger = "01a00000-0000-7000-8000-000000000000";

/** Every door of the folder, and more than one way through those that lead to many. */
function addresses(): string[] {
  const routes = globSync("app/api/**/route.ts").map((file) => `/${file.replace(/^app\/|\/route\.ts$/g, "")}`);
  expect(routes.length).toBeGreaterThan(10);
  const many: Record<string, string[]> = {
    "/api/v1/[...path]": ["documents", `documents/${stranger}`, "opportunities?limit=0", "no/such/thing"].map(
      (rest) => `/api/v1/${rest}`,
    ),
    "/api/trpc/[trpc]": [
      "system.ping",
      "collections.list?input=%7B%7D",
      "no.such",
      "documents.list?input=nonsense",
    ].map((rest) => `/api/trpc/${rest}`),
    "/api/auth/[...nextauth]": ["session", "csrf", "providers", "no-such"].map((rest) => `/api/auth/${rest}`),
  };
  return routes.flatMap((route) => many[route] ?? [route.replace(/\[[^\]]+\]/g, stranger)]);
}

const everywhere = {
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^strict-origin/,
  "strict-transport-security": /max-age=\d{8}/,
  "cache-control": /no-store/,
};

test("every door answers with the policies, whoever knocks and however, also when it refuses", async ({
  browser,
  baseURL,
}) => {
  const { context, slug } = await anOwner(browser);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const callers: Record<string, Record<string, string>> = {
    nobody: {},
    "a member": { cookie, "x-outrider-workspace": slug, origin: baseURL ?? "" },
    "a wrong key": { authorization: "Bearer ork_wrong" },
  };
  const statuses = new Set<number>();
  for (const address of addresses()) {
    for (const [who, headers] of Object.entries(callers)) {
      for (const method of ["GET", "POST", "DELETE"]) {
        const ended = new AbortController();
        // Streams end only when they are left: the head of an answer is all that is looked at.
        const reply = await fetch(`${baseURL}${address}`, {
          method,
          headers,
          redirect: "manual",
          signal: ended.signal,
        });
        const at = `${method} ${address} by ${who}: ${reply.status}`;
        for (const [header, rule] of Object.entries(everywhere))
          expect(reply.headers.get(header) ?? "", `${header} of ${at}`).toMatch(rule);
        expect(reply.status, at).toBeLessThan(500);
        statuses.add(reply.status);
        ended.abort();
      }
    }
  }
  // So that "also when it refuses" means something.
  for (const status of [200, 400, 401, 404, 405]) expect([...statuses]).toContain(status);
  await context.close();
});
