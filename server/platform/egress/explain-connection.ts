import { TooLargeError } from "../errors";
import { type EgressReason, UnreachableError } from "./errors";

const reasons: Record<string, EgressReason> = {
  ENOTFOUND: "dns",
  ENODATA: "dns",
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "refused",
  ENETUNREACH: "refused",
  EADDRNOTAVAIL: "refused",
  ECONNRESET: "reset",
  ECONNABORTED: "reset",
  EPIPE: "reset",
  UND_ERR_SOCKET: "reset",
  UND_ERR_CLOSED: "reset",
  UND_ERR_DESTROYED: "reset",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "reset",
  ETIMEDOUT: "timeout",
  UND_ERR_CONNECT_TIMEOUT: "timeout",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout_body",
  EPROTO: "tls",
};

/** What went wrong with a connection, in this door's words: UnreachableError, or TooLargeError for endless headers. */
export function explainConnection(error: unknown): Error {
  // Where several addresses were tried, the first one's failure speaks for all.
  const first = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
  if (first instanceof UnreachableError || first instanceof TooLargeError) return first;
  const code = String((first as NodeJS.ErrnoException | undefined)?.code ?? "");
  if (code === "UND_ERR_HEADERS_OVERFLOW") return new TooLargeError("The answer's headers are too large.");
  // What does not speak HTTP has no code of its own.
  const isGarbled = first instanceof Error && first.name === "HTTPParserError";
  return new UnreachableError(isGarbled ? "reset" : (reasons[code] ?? reasonByFamily(code)), { cause: error });
}

/** Families of codes: the resolver's, the HTTP parser's, OpenSSL's names for what is wrong with a certificate. */
function reasonByFamily(code: string): EgressReason {
  if (code.startsWith("EAI_")) return "dns";
  if (code.startsWith("HPE_")) return "reset";
  if (/^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_)|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_CA/.test(code)) return "tls";
  return "failed";
}
