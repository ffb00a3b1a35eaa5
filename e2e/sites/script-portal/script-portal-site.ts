import { dateWithTime, isoWithOffset } from "../ground/dates";
import { html, page, raw } from "../ground/html";
import { type Reply, type Site, type SiteOptions, type SiteRequest, startSite } from "../ground/start-site";
import { matching, slice } from "../portal/pages";
import { openRegister, type PortalChange, type Register, type RegisterSize } from "../portal/register";
import { poundsText, statusOf, type Tender } from "../portal/tender";
import { clientScript } from "./client-script";

export interface ScriptPortalSite extends Site<PortalChange> {
  register: Register;
}

/**
 * A portal that exists only after JavaScript: every address answers the same shell, a script fetches `/api/notices` and
 * `/api/notices/<slug>` and draws the page. The same tenders and changes as the plain portal.
 */
export async function startScriptPortalSite(options: SiteOptions & RegisterSize = {}): Promise<ScriptPortalSite> {
  const register = openRegister(options.now ?? new Date(), options);
  const site = await startSite<PortalChange>(options, (request) => answer(request, register), register.change);
  return { ...site, register };
}

function answer({ path, query }: SiteRequest, register: Register): Reply {
  if (path === "/app.js") return { body: clientScript, headers: { "content-type": "text/javascript; charset=utf-8" } };
  if (path === "/robots.txt") return { body: "User-agent: *\nAllow: /\n", headers: { "content-type": "text/plain" } };
  if (path === "/api/notices") {
    const found = matching(register.listed(), query.get("q") ?? "", "");
    const { shown, number, count } = slice(found, Number(query.get("page")), register);
    return json({
      page: number,
      pages: count,
      total: found.length,
      notices: shown.map((one) => toJson(one, register)),
    });
  }
  if (path.startsWith("/api/notices/")) {
    const tender = register.find(path.slice("/api/notices/".length));
    return tender ? json(toJson(tender, register)) : { ...json({ error: "There is no such notice." }), status: 404 };
  }
  if (path === "/" || path === "/notices" || path.startsWith("/notices/")) return { body: shell() };
  return { status: 404, body: shell() };
}

function json(value: unknown): Reply {
  return { headers: { "content-type": "application/json; charset=utf-8" }, body: JSON.stringify(value) };
}

function toJson(tender: Tender, register: Register) {
  return {
    slug: tender.slug,
    reference: tender.reference,
    title: tender.title,
    buyer: tender.buyer,
    summary: tender.summary,
    requirements: tender.requirements,
    value: poundsText(tender.valuePounds),
    deadline: dateWithTime(tender.deadline),
    deadlineAt: isoWithOffset(tender.deadline),
    status: statusOf(tender, register.now()),
  };
}

function shell(): string {
  return page({
    title: "Notices",
    siteName: "Eastmere Procurement Hub",
    tagline: "Everything in one window",
    nav: [{ text: "Notices", href: "/notices" }],
    accent: "#24508f",
    main: html`<div id="app"></div><noscript>You need to enable JavaScript to run this app.</noscript>${raw('<script src="/app.js"></script>')}`,
  });
}
