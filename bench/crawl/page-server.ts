import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Runs on its own, so that its work is not counted; `/p/N` is one of the folder's pages (`*.html.gz`), sent as it lies there. */
const program = `
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
const folder = process.argv[1];
const pages = readdirSync(folder).filter((name) => name.endsWith(".html.gz")).sort().map((name) => readFileSync(join(folder, name)));
const headers = { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" };
const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const page = pages[Number(request.url.slice(3)) % pages.length];
  response.writeHead(page ? 200 : 404, page && { ...headers, "content-length": page.length }).end(page);
});
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port, pages: pages.length }));
process.on("disconnect", () => process.exit());
`;

export interface PageServer {
  origin: string;
  /** Different pages. */
  pages: number;
  stop(): void;
}

export async function startPageServer(folder: string): Promise<PageServer> {
  const child: ChildProcess = spawn(process.execPath, ["--input-type=module", "--eval", program, folder], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const [{ port, pages }] = (await once(child, "message")) as [{ port: number; pages: number }];
  if (pages === 0) throw new Error(`There are no pages (*.html.gz) in ${folder}.`);
  return { origin: `http://127.0.0.1:${port}`, pages, stop: () => child.disconnect() };
}
