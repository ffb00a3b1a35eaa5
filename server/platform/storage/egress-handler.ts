import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import type { S3ClientConfig } from "@aws-sdk/client-s3";
import type { EgressFetch } from "../egress";

type RequestHandler = NonNullable<S3ClientConfig["requestHandler"]>;

/** What the S3 client hands over, as far as we read it. */
interface OutgoingRequest {
  method: string;
  protocol: string;
  hostname: string;
  port?: number;
  path: string;
  query?: Record<string, string | string[] | null>;
  headers: Record<string, string>;
  body?: unknown;
}

/** Slower than this we do not expect a store to take bytes. */
const bytesPerMs = 256;

/** The S3 client's requests, sent through our own door out instead of its own HTTP agent; `silenceMs`: how long an answer may take to begin. */
export function egressHandler(egress: EgressFetch, silenceMs: number): RequestHandler {
  return {
    metadata: { handlerProtocol: "http/1.1" },
    destroy: () => {},
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
    async handle(request: OutgoingRequest, options: { abortSignal?: unknown } = {}) {
      const query = Object.entries(request.query ?? {}).flatMap(([name, value]) =>
        [value]
          .flat()
          .map((one) =>
            one === null ? encodeURIComponent(name) : `${encodeURIComponent(name)}=${encodeURIComponent(one)}`,
          ),
      );
      const port = request.port ? `:${request.port}` : "";
      const url = `${request.protocol}//${request.hostname}${port}${request.path}${query.length > 0 ? `?${query.join("&")}` : ""}`;
      const body = request.body instanceof Readable ? Readable.toWeb(request.body) : request.body;
      const headersMs = silenceMs + Number(request.headers["content-length"] ?? 0) / bytesPerMs;
      const init: RequestInit = {
        method: request.method,
        // `host` is set from the address, and `expect` waits for an answer that fetch does not know; neither is lost in the signature.
        headers: Object.entries(request.headers).filter(([name]) => !/^(host|expect)$/i.test(name)) as [
          string,
          string,
        ][],
        body: (body as BodyInit | undefined) ?? null,
        redirect: "manual",
        signal: (options.abortSignal as AbortSignal | undefined) ?? null,
      };
      const response = await egress(url, init, { headersMs });
      return {
        response: {
          statusCode: response.status,
          reason: response.statusText,
          headers: Object.fromEntries(response.headers),
          body: response.body ? Readable.fromWeb(response.body as NodeReadableStream) : Readable.from([]),
        },
      };
    },
  };
}
