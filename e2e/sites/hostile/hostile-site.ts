import { gzipSync } from "node:zlib";
import { html, raw } from "../ground/html";
import type { Reply, SiteOptions, SiteRequest } from "../ground/start-site";
import { commands, luresTo } from "./lures";
import { type HostileSite, startAmongSentinels } from "./start-among-sentinels";

const goods = [
  ["Tarpaulin, heavy", "€84.50"],
  ["Ratchet strap, 5 m", "€12.90"],
  ["Edge protector", "€3.40"],
  ["Anti-slip mat", "€19.00"],
  ["Cargo net", "€61.20"],
  ["Dunnage bag", "€7.75"],
  ["Load bar", "€44.00"],
  ["Corner board", "€2.15"],
] as const;
const goodPath = (index: number) => `/goods/${index + 1}`;

/** A shop for lashing gear whose pages try everything: lures to other addresses, commands to machines, traps without end, bodies that swell. */
export function startHostileSite(options: SiteOptions = {}): Promise<HostileSite> {
  return startAmongSentinels(
    {
      seed: 5,
      answer,
      pages: ["/", "/goods", ...goods.map((_, index) => goodPath(index))],
      records: goods.map(([title, price], index) => ({ page: goodPath(index), title, values: [price] })),
    },
    options,
  );
}

function answer({ path, query, url }: SiteRequest, origins: string[], random: () => number): Reply {
  const there = origins[Math.floor(random() * origins.length)] ?? "";
  const token = Math.floor(random() * 2 ** 40).toString(36);
  const page = (title: string, main: { markup: string }): Reply => ({
    body: html`${raw("<!doctype html>")}<html lang="en"><head><meta charset="utf-8"><title>${title} - Lash and Load</title><base href="${url.origin}/"></head><body><nav><a href="/">Home</a><a href="/goods">Goods</a><a href="/calendar/2026/11">Calendar</a><a href="/archive?page=1">Archive</a><a href="/s/${token}/">My session</a><a href="/deep/a/b">Folders</a></nav><main>${main}</main>${luresTo(there, token)}${commands(there)}</body></html>`
      .markup,
    headers: {
      "content-type": "text/html; charset=utf-8",
      link: `<${there}/early-hint.css>; rel=preload; as=style`,
      "set-cookie": `sid=${token}`,
      refresh: path === "/refresh" ? `0; url=${there}/refreshed` : "3600",
    },
  });
  const good = goods[goods.findIndex((_, index) => path === goodPath(index))];
  if (good)
    return page(
      good[0],
      html`<h1>${good[0]}</h1><p>Lashing gear for lorries and containers, tested to twice the load that is printed on it.</p><dl><dt>Price</dt><dd>${good[1]}</dd></dl>`,
    );
  if (path === "/")
    return page(
      "Lashing gear",
      html`<h1>Lashing gear</h1><p>We sell what keeps loads where they are, from a warehouse beside the motorway.</p><ul>${traps.map((href) => html`<li><a href="${href}">${href.slice(1)}</a></li>`)}</ul>`,
    );
  if (path === "/goods")
    return page(
      "Goods",
      html`<h1>Goods</h1><ul class="goods">${goods.map(([title, price], index) => html`<li><a href="${goodPath(index)}">${title}</a> <span class="price">${price}</span></li>`)}</ul>`,
    );
  return misbehave(path, query, there, token, url.origin) ?? { status: 404, body: "gone" };
}

const traps = [
  "/bomb",
  "/double-bomb",
  "/lie.html",
  "/lie.pdf",
  "/drip",
  "/huge",
  "/loop/a",
  "/meta",
  "/refresh",
  "/nested",
  "/go?to=http%3A%2F%2Fxn--lsh-and-load-r7j.invalid%2F",
  "/robots.txt",
  "/endless-headers",
];

/** Pages without end and bodies that harm. */
function misbehave(path: string, query: URLSearchParams, there: string, token: string, origin: string): Reply | null {
  const frame = (body: string): Reply => ({ body: `<!doctype html><title>${path}</title>${body}` });
  const [, top, ...rest] = path.split("/");
  if (path === "/robots.txt")
    return { status: 302, headers: { location: `/robots.txt?n=${Number(query.get("n") ?? 0) + 1}` } };
  if (path === "/sitemap.xml")
    return {
      headers: { "content-type": "application/xml" },
      body: `<urlset><url><loc>${there}/sitemap</loc></url><url><loc>${origin}/goods</loc></url></urlset>`,
    };
  if (top === "go") return { status: 302, headers: { location: query.get("to") ?? there } };
  if (top === "loop") return { status: 302, headers: { location: path.endsWith("a") ? "/loop/b" : "/loop/a" } };
  if (top === "meta") return frame(`<meta http-equiv="refresh" content="0; url=${there}/meta-refreshed"><p>Moved.</p>`);
  if (top === "refresh") return { body: "<p>Moved.</p>", headers: { refresh: `0; url=${there}/refreshed` } };
  if (top === "calendar") {
    const [year = 2026, month = 11] = rest.map(Number);
    const next = month === 12 ? `/calendar/${year + 1}/1` : `/calendar/${year}/${month + 1}`;
    return frame(`<h1>${year}-${month}</h1><p>No events in this month.</p><a href="${next}">Next month</a>`);
  }
  if (top === "archive") {
    const number = Number(query.get("page")) || 1;
    return frame(
      `<h1>Archive ${number}</h1><p>Offer ${number * 37} of the archive was made on day ${number * 3} and is over by now.</p><a rel="next" href="/archive?page=${number + 1}">Next</a>`,
    );
  }
  if (top === "s")
    return frame(`<h1>Session</h1><a href="/s/${token}/a">Your page</a><a href="/goods?sid=${token}">Goods</a>`);
  if (top === "deep")
    return frame(
      `<a href="/${[top, ...rest, "a"].join("/")}">deeper</a><a href="/${[top, ...rest, "b"].join("/")}">lower</a>`,
    );
  if (top === "bomb") return bomb(1);
  if (top === "double-bomb") return bomb(2);
  if (path === "/lie.html") return { body: Buffer.alloc(60_000, 7), headers: { "content-type": "text/html" } };
  if (path === "/lie.pdf")
    return { body: "<html><h1>Not a PDF</h1></html>", headers: { "content-type": "application/pdf" } };
  if (top === "huge")
    return frame(`<script type="application/json">${"[1,2,3],".repeat(900_000)}</script><p>small</p>`);
  if (top === "nested") return frame(`${"<div>".repeat(12_000)}deep${"</div>".repeat(12_000)}`);
  if (top === "drip") return drip();
  if (top === "endless-headers")
    return {
      raw: (response) => {
        response.socket?.write(`HTTP/1.1 200 OK\r\n${"x-pad: 0123456789\r\n".repeat(20_000)}`);
        response.socket?.end();
      },
    };
  if (path === "/sw.js") return { body: `fetch("${there}/sw")`, headers: { "content-type": "text/javascript" } };
  return null;
}

let bombs: Buffer[] | null = null;
function bomb(times: number): Reply {
  const once = bombs?.[0] ?? gzipSync(Buffer.alloc(120 * 1024 * 1024, 97));
  bombs ??= [once, gzipSync(once)];
  const encoding = Array.from({ length: times }, () => "gzip").join(", ");
  return {
    body: bombs[times - 1] as Buffer,
    headers: { "content-type": "text/html", "content-encoding": encoding },
  };
}

function drip(): Reply {
  return {
    raw: (response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const timer = setInterval(() => response.write("<p>"), 900);
      response.on("close", () => clearInterval(timer));
    },
  };
}
