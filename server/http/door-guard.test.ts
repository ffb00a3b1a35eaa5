import { expect, test } from "vitest";
import { baseUrl } from "@/lib/env";
import { assertOwnSite } from "./door-guard";

const { host, origin } = new URL(baseUrl);
const guard = (method: string, headers: Record<string, string>) => () =>
  assertOwnSite(new Request(`${baseUrl}/api/trpc/x`, { method, headers }));

test.each([
  ["our own page", { host, origin, "sec-fetch-site": "same-origin" }],
  ["an older browser on our own page", { host, origin }],
  ["this machine under its other name", { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" }],
  ["a script without a browser", { host }],
  ["an address typed by hand", { host, "sec-fetch-site": "none" }],
])("lets %s change things", (_, headers) => expect(guard("POST", headers)).not.toThrow());

test.each([
  ["another site", { host, origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["another site in an older browser", { host, origin: "https://evil.example" }],
  ["a sandboxed frame", { host, origin: "null" }],
  ["a sister site", { host, origin: "https://sister.example", "sec-fetch-site": "same-site" }],
  ["another port of this machine", { host, origin: "http://localhost:9999" }],
  ["our name with another scheme", { host, origin: `ftp://${host}` }],
  ["our name as a prefix", { host, origin: `${origin}.evil.example` }],
  ["a forged host", { host: "evil.example" }],
])("refuses %s", (_, headers) => expect(guard("POST", headers)).toThrow(/another site|does not answer/));

test("reading is refused across sites and open to links", () => {
  expect(guard("GET", { host, "sec-fetch-site": "cross-site" })).toThrow();
  expect(guard("GET", { host, "sec-fetch-site": "same-origin" })).not.toThrow();
  expect(guard("GET", { host: "evil.example" })).toThrow();
});
