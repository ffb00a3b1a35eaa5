import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);
const types: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};
const ready = new Map<string, Promise<Buffer<ArrayBuffer>>>();

/**
 * Scripts and style sheets of the build in Brotli, an eighth smaller than the gzip that the server has to offer. The build
 * leaves a `.br` file beside each; where there is none, a quicker one is made here, once.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const { path } = await params;
  const type = types[path.at(-1)?.split(".").pop() ?? ""];
  if (!type || !path.every((part) => /^[\w~-][\w.~-]*$/.test(part))) return notFound();
  const file = join(/* turbopackIgnore: true */ process.cwd(), ".next", "static", ...path);
  try {
    const bytes = ready.get(file) ?? read(file);
    ready.set(file, bytes);
    return new Response(await bytes, {
      headers: {
        "content-type": type,
        "content-encoding": "br",
        "cache-control": "public, max-age=31536000, immutable",
        vary: "accept-encoding",
      },
    });
  } catch {
    ready.delete(file);
    return notFound();
  }
}

async function read(file: string): Promise<Buffer<ArrayBuffer>> {
  try {
    return Buffer.from(await readFile(`${file}.br`));
  } catch {
    return Buffer.from(await compress(await readFile(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }));
  }
}

function notFound(): Response {
  return new Response("Not found", { status: 404, headers: { "cache-control": "no-store" } });
}
