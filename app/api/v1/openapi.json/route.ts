import { openApiDocument } from "@/server/composition/openapi";

export const dynamic = "force-dynamic";

/** Made once: anybody may ask, and the making takes a while. */
let made: string | undefined;

export function GET(): Response {
  made ??= JSON.stringify(openApiDocument());
  return new Response(made, { headers: { "content-type": "application/json" } });
}
