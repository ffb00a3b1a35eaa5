import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What the PDF viewer loads beside its worker: image decoders, colour profiles, maps of East Asian characters, fonts. */
const folders = new Set(["wasm", "iccs", "cmaps", "standard_fonts"]);
const types: Record<string, string> = { wasm: "application/wasm", js: "text/javascript" };

export async function GET(_request: Request, { params }: { params: Promise<{ folder: string; file: string }> }) {
  const { folder, file } = await params;
  if (!folders.has(folder) || !/^[\w-]+\.[a-z0-9]+$/i.test(file)) return notFound();
  try {
    const bytes = await readFile(join(process.cwd(), "node_modules", "pdfjs-dist", folder, file));
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": types[file.split(".").pop() ?? ""] ?? "application/octet-stream",
        "cache-control": "public, max-age=86400",
        "content-security-policy": "default-src 'none'; sandbox",
      },
    });
  } catch {
    return notFound();
  }
}

function notFound(): Response {
  return new Response("Not found", { status: 404, headers: { "cache-control": "no-store" } });
}
