import type { Loopback } from "@/server/platform/egress/testing/loopback";

type Answer = Parameters<Loopback["http"]>[0];

/** Starts small sites that the browser is allowed to visit: pages by path; functions answer by themselves. */
export function sites(loopback: Loopback, allowed: Set<string>) {
  return async (pages: Record<string, string | Answer>) => {
    const server = await loopback.http((request, response) => {
      const page = pages[request.url ?? ""];
      if (typeof page === "function") page(request, response);
      else
        response.writeHead(page === undefined ? 404 : 200, { "content-type": "text/html" }).end(page ?? "no such page");
    });
    allowed.add(server.endpoint);
    return server;
  };
}
