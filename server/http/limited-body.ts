import { TooLargeError } from "@/server/platform/errors";

/** The same request with its body read into memory, at most `mostBytes` of it. Throws TooLargeError without reading the rest. */
export async function withLimitedBody(request: Request, mostBytes: number): Promise<Request> {
  if (!request.body) return request;
  const tooLarge = () => new TooLargeError(`This request is larger than ${Math.floor(mostBytes / 1024)} kB.`);
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.byteLength;
    if (bytes > mostBytes) throw tooLarge();
    pieces.push(piece);
  }
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: Buffer.concat(pieces),
    signal: request.signal,
  });
}
