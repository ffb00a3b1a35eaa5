import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { html, page } from "../ground/html";
import type { Reply } from "../ground/start-site";
import type { FaultTruth } from "./fault-kinds";

export const siteName = "Westmarch Goods Exchange";

const frame = (title: string, body: ReturnType<typeof html>) =>
  page({ title, siteName, nav: [{ text: "Lots", href: "/" }], main: body, accent: "#7a4b1f" });

/** The page as it is when nothing goes wrong. */
export function wholePage(truth: FaultTruth): string {
  const number = truth.path.slice("/page/".length);
  return frame(
    `Lot ${number}`,
    html`<h1>Lot ${number}</h1><p>${truth.text}</p>
<p>The goods lie in the warehouse behind the harbour and can be seen on working days between nine and four. Offers are
opened in public on the first Thursday of the month, and whoever offers most takes the lot away within a fortnight.</p>`,
  );
}

export interface Patience {
  /** Time between two bytes of the slow answers. */
  dripMs: number;
  /** Size of the page that is too large, and of what the bomb inflates to. */
  hugeBytes: number;
}

/** What the page answers to its `attempt`th request, counted from 1. */
export function misbehave(truth: FaultTruth, attempt: number, patience: Patience): Reply {
  if (truth.attempts !== null && attempt >= truth.attempts) return recovered(truth);
  switch (truth.fault) {
    case "burst_5xx":
      return failed([500, 502, 503][attempt % 3] ?? 500, "Something broke", "Please try again in a moment.");
    case "permanent_5xx":
      return failed(500, "Something broke", "The page cannot be shown.");
    case "slow_once":
    case "slow_loris":
      return drip(wholePage(truth), patience.dripMs);
    case "redirect_loop":
      return { status: 302, headers: { location: `${truth.path}?round=${attempt % 2}` } };
    case "gzip_bomb":
      return bomb(patience.hugeBytes);
    case "broken_gzip":
      return { headers: { "content-encoding": "gzip" }, body: wholePage(truth) };
    case "rate_limited_long":
      return { ...failed(429, "Too many requests", "Come back tomorrow."), headers: { "retry-after": "86400" } };
    case "rate_limited_short":
      return { ...failed(429, "Too many requests", "Come back at once."), headers: { "retry-after": "0" } };
    case "captcha":
      return captcha();
    case "maintenance_503":
      return { ...maintenance(503), headers: { "retry-after": "1" } };
    case "maintenance_200":
      return maintenance(200);
    case "half_closed":
    case "half_closed_once":
      return half(wholePage(truth));
    case "huge":
      return endless(patience.hugeBytes);
    case "soft_404":
      return failed(200, "Page not found", "We could not find what you were looking for. It may have been moved.");
    case "gone":
      return failed(410, "Gone", "This lot was sold and its page removed.");
    default:
      return { status: 0, raw: (response) => response.socket?.resetAndDestroy() };
  }
}

function recovered(truth: FaultTruth): Reply {
  if (truth.fault === "wrong_charset") {
    // The header lies: the bytes are windows-1252, and the page says so itself.
    const body = wholePage(truth).replace('charset="utf-8"', 'charset="windows-1252"').replaceAll("·", "-");
    return { headers: { "content-type": "text/html; charset=utf-8" }, body: Buffer.from(body, "latin1") };
  }
  return { body: wholePage(truth) };
}

function failed(status: number, title: string, words: string): Reply {
  return { status, body: frame(title, html`<h1>${title}</h1><p>${words}</p>`) };
}

function maintenance(status: number): Reply {
  return failed(
    status,
    "Scheduled maintenance",
    "We are improving the exchange and will be back shortly. Thank you for your patience.",
  );
}

function captcha(): Reply {
  return {
    status: 403,
    body: frame(
      "Checking your browser",
      html`<h1>Are you a human?</h1><p>Please complete the security check to access the exchange.</p>
<form action="/captcha" method="post"><div class="g-recaptcha" data-sitekey="sample"></div><label>Type the letters that you see
<input name="captcha" autocomplete="off"></label> <button>Verify</button></form>`,
    ),
  };
}

/** One byte at a time, for as long as the client listens. */
function drip(body: string, dripMs: number): Reply {
  return {
    raw: (response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      let at = 0;
      const timer = setInterval(() => response.write(body[at++ % body.length]), dripMs);
      response.on("close", () => clearInterval(timer));
    },
  };
}

function bomb(bytes: number): Reply {
  return {
    raw: (response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" });
      Readable.from(zeros(bytes)).pipe(createGzip()).pipe(response);
    },
  };
}

function endless(bytes: number): Reply {
  return {
    raw: (response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      Readable.from(zeros(bytes)).pipe(response);
    },
  };
}

function* zeros(bytes: number): Generator<Buffer> {
  const piece = Buffer.alloc(64 * 1024, "<p>0 ");
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
}

/** Promises the whole page, sends half of it and says goodbye. */
function half(body: string): Reply {
  return {
    raw: (response) => {
      const bytes = Buffer.from(body);
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-length": String(bytes.length) });
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.end());
    },
  };
}
