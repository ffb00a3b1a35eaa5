import type { FetchedPage, FetchFailure, FetchFailureCode } from "./fetched-page";

// The first three read the same: whoever may type addresses must not be able to map a network by asking.
const unreachable = "This address could not be reached. Check it, or try again later.";

const failures: Record<FetchFailureCode, { reason: string; recoverable: boolean }> = {
  blocked_address: { reason: unreachable, recoverable: false },
  dns: { reason: unreachable, recoverable: true },
  refused: { reason: unreachable, recoverable: true },
  reset: { reason: "The server broke the connection off before the page was complete.", recoverable: true },
  tls: { reason: "The server's certificate is not valid, so the page was not opened.", recoverable: false },
  timeout_headers: { reason: "The server did not answer in time.", recoverable: true },
  timeout_body: { reason: "The server stopped in the middle of the page.", recoverable: true },
  too_large: { reason: "The page is larger than what is read from one address.", recoverable: false },
  redirect_loop: { reason: "The address leads from one redirect to the next without end.", recoverable: false },
  encoding: { reason: "The page came in a compression that could not be undone.", recoverable: false },
  http_4xx: { reason: "The server did not accept the request.", recoverable: false },
  http_403: { reason: "The server does not allow this page to be read.", recoverable: false },
  http_404: { reason: "The server has no page at this address.", recoverable: false },
  http_410: { reason: "The server says that this page is gone for good.", recoverable: false },
  http_429: { reason: "The server asked for fewer requests.", recoverable: true },
  http_5xx: { reason: "The server reported a fault of its own.", recoverable: true },
  robots: { reason: "The site's robots.txt asks crawlers to stay away from this page.", recoverable: false },
  not_html: { reason: "There is a file at this address, not a web page.", recoverable: false },
  secret_shown: {
    reason: "This page shows what is typed to sign in, and it could not be covered, so the page was not kept.",
    recoverable: false,
  },
  cancelled: { reason: "The visit was called off.", recoverable: false },
  no_browser: {
    reason: "This page needs a browser, and none is installed here. An operator can install Chromium or name one.",
    recoverable: false,
  },
  browser_failed: { reason: "The browser stopped while it was showing this page.", recoverable: true },
};

/** A failed outcome with the words and the recoverability of its code, unless `detail` says otherwise. */
export function failure(
  code: FetchFailureCode,
  detail: {
    status?: number;
    retryAfterMs?: number | null;
    recoverable?: boolean;
    reason?: string;
    page?: FetchedPage;
  } = {},
): FetchFailure {
  const { reason, recoverable } = failures[code];
  return {
    kind: "failed",
    code,
    reason: detail.reason ?? reason,
    recoverable: detail.recoverable ?? recoverable,
    retryAfterMs: detail.retryAfterMs ?? null,
    status: detail.status ?? null,
    ...(detail.page ? { page: detail.page } : {}),
  };
}

/** The code of a status that is neither success nor redirect. */
export function codeOfStatus(status: number): FetchFailureCode {
  if (status === 403 || status === 404 || status === 410 || status === 429) return `http_${status}`;
  // Numbers outside the standard (999) are how some sites say no.
  return status >= 500 && status < 600 ? "http_5xx" : "http_4xx";
}

/** Timeouts of the server's own and requests that came too early pass by themselves; "not implemented" never does. */
export function isRecoverableStatus(status: number): boolean {
  return [408, 425, 429].includes(status) || (status >= 500 && status < 600 && status !== 501 && status !== 505);
}
