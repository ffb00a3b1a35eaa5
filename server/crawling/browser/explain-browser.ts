import { UnreachableError } from "@/server/platform/egress";
import type { ProxyPass } from "@/server/platform/egress/proxy/pass";
import { refusedField } from "@/server/platform/egress/proxy/route";
import { endpointOf } from "@/server/platform/egress/url-policy";
import { explainError } from "../fetching/explain-error";
import { failure } from "../fetching/failure";
import type { FetchFailure, FetchFailureCode } from "../fetching/fetched-page";
import type { Navigation } from "./read-shown-page";

/** Chromium's names for what can go wrong with a document (net_error_list.h), by what they begin with. */
const families: [RegExp, FetchFailureCode][] = [
  [/^ERR_(CERT_|SSL_|BAD_SSL)/, "tls"],
  [/^ERR_TOO_MANY_REDIRECTS/, "redirect_loop"],
  [/^ERR_CONTENT_DECODING/, "encoding"],
  [/^ERR_(NAME_|DNS_)/, "dns"],
  [/^ERR_(TIMED_OUT|CONNECTION_TIMED_OUT)/, "timeout_headers"],
  [/^ERR_(CONNECTION_REFUSED|ADDRESS_UNREACHABLE)/, "refused"],
  [
    /^ERR_(UNSAFE_PORT|UNKNOWN_URL_SCHEME|DISALLOWED_URL_SCHEME|ACCESS_DENIED|BLOCKED_BY|INVALID_URL|INVALID_REDIRECT|UNSAFE_REDIRECT)/,
    "blocked_address",
  ],
  [/^ERR_(ABORTED|INVALID_RESPONSE)/, "not_html"],
];

/** Why the proxy did not let the document through, if that is so. Parts of a page may fail: the page is there all the same. */
export function refusalOf(pass: ProxyPass, { request, response }: Navigation): FetchFailure | null {
  if (pass.isSpent) return failure("too_large");
  const isAnswered = response?.request() === request && response?.headers()[refusedField] === undefined;
  if (!request || isAnswered) return null;
  const url = request.url();
  const reason = URL.canParse(url) ? pass.refusalOf(endpointOf(url)) : undefined;
  return reason ? explainError(new UnreachableError(reason)) : null;
}

/** The failed outcome of an error of Playwright. `hasAnswer`: whether the document's headers had come. */
export function explainBrowser(error: unknown, hasAnswer: boolean): FetchFailure {
  const text = String(error);
  if (/download is starting/i.test(text)) return failure("not_html");
  const code = /net::(ERR_[A-Z_]+)/.exec(text)?.[1];
  if (code) return failure(families.find(([pattern]) => pattern.test(code))?.[1] ?? "reset");
  if (error instanceof Error && error.name === "TimeoutError")
    return failure(hasAnswer ? "timeout_body" : "timeout_headers");
  return failure("browser_failed");
}
