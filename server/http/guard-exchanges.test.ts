import { createServer, type IncomingMessage, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { everyReply, noPage } from "@/lib/reply-policies";
import { guardExchanges, stopGuardingExchanges } from "./guard-exchanges";

afterEach(stopGuardingExchanges);

/** A server that answers with the status in its path, and says how it was asked. */
async function asked(targets: string[], options: { guarded?: boolean; method?: string } = {}) {
  const server = createServer((request, response) => {
    response.statusCode = Number(/\d{3}/.exec(request.url ?? "")?.[0] ?? 200);
    response.setHeader("x-asked", encodeURIComponent(`${request.method} ${request.url} of ${request.headers.host}`));
    if (request.url?.includes("own")) response.writeHead(response.statusCode, { "cache-control": "public" });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  guardExchanges(options.guarded === false ? port + 1 : port);
  const { method = "GET" } = options;
  const answers: IncomingMessage[] = [];
  for (const path of targets)
    answers.push(
      await new Promise((done, refuse) =>
        send(
          { port, host: "127.0.0.1", path, method, headers: { host: "here.example", connection: "close" } },
          (reply) => {
            reply.resume();
            done(reply);
          },
        )
          .on("error", refuse)
          .end(),
      ),
    );
  await new Promise((resolve) => server.close(resolve));
  return answers.map(({ headers, statusCode }) => ({
    headers,
    statusCode,
    target: decodeURIComponent(String(headers["x-asked"])),
  }));
}

const lower = (policies: Record<string, string>) =>
  Object.fromEntries(Object.entries(policies).map(([name, value]) => [name.toLowerCase(), value]));

test("every reply has the policies, and one that is no page those of such, unless it says otherwise", async () => {
  const [page, moved, failed, same, own] = await asked(["/", "/308", "/500", "/304", "/404/own"]);
  for (const reply of [page, moved, failed, same, own]) expect(reply?.headers).toMatchObject(lower(everyReply));
  for (const reply of [moved, failed]) expect(reply?.headers).toMatchObject(lower(noPage));
  for (const reply of [page, same]) expect(reply?.headers["content-security-policy"]).toBeUndefined();
  expect(own?.headers["cache-control"]).toBe("public");
});

test("an address that cannot be decoded is taken by the letter, and a whole one by its path and host", async () => {
  const targets = ["/a/%E0%A4%A?x=%", "/%", "/a%20b", "*", "http://elsewhere.example/x?y", "/a?%zz"];
  expect((await asked(targets)).map(({ target }) => target)).toEqual([
    "GET /a/%25E0%25A4%25A?x=% of here.example",
    "GET /%25 of here.example",
    "GET /a%20b of here.example",
    "GET /* of here.example",
    "GET /x?y of elsewhere.example",
    "GET /a?%zz of here.example",
  ]);
});

test("TRACE gives nothing back of what was sent", async () => {
  expect(await asked(["/"], { method: "TRACE" })).toMatchObject([
    { statusCode: 405, target: "HEAD / of here.example" },
  ]);
});

test("another server of the process is left alone", async () => {
  const [reply] = await asked(["/%"], { guarded: false });
  expect(reply?.target).toBe("GET /% of here.example");
  expect(reply?.headers["x-frame-options"]).toBeUndefined();
});
