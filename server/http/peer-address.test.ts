import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { peerAddress, recordPeerAddresses, stopRecordingPeerAddresses } from "./peer-address";

afterEach(stopRecordingPeerAddresses);

/** What the server makes of a request with these headers. */
async function seen(sent: Record<string, string>, trustedProxies = 0): Promise<string> {
  const server = createServer((request, response) => {
    const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    response.end(peerAddress(headers, trustedProxies));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const text = await (await fetch(`http://127.0.0.1:${port}/`, { headers: sent })).text();
  await new Promise((resolve) => server.close(resolve));
  return text;
}

test("the address is the socket's, whatever the client claims", async () => {
  recordPeerAddresses();
  const claims: Record<string, string>[] = [
    {},
    { "x-forwarded-for": "198.51.100.1" },
    { forwarded: "for=198.51.100.1" },
    { "x-real-ip": "198.51.100.1" },
    { "x-outrider-peer": "guess 198.51.100.1" },
  ];
  for (const forged of claims) {
    expect(await seen(forged)).toBe("127.0.0.1");
  }
});

test("behind a proxy of ours only the entry that it added counts", async () => {
  recordPeerAddresses();
  expect(await seen({ "x-forwarded-for": "198.51.100.1, 203.0.113.9" }, 1)).toBe("203.0.113.9");
});

test("nothing is believed while nothing is recorded", async () => {
  expect(await seen({ "x-outrider-peer": "undefined 198.51.100.1", "x-forwarded-for": "198.51.100.1" }, 1)).toBe("");
});
