import { conditional } from "../ground/conditional";
import { type Reply, type Site, type SiteOptions, type SiteRequest, startSite } from "../ground/start-site";
import { invitationPdf, priceSchedule } from "./attachments";
import { feedXml, robotsText, sitemapXml } from "./feeds";
import { aboutPage, deskPage, detailPage, listingPage, notFoundPage, searchPage } from "./pages";
import { listingChangedAt, openRegister, type PortalChange, type Register, type RegisterSize } from "./register";

export interface PortalSite extends Site<PortalChange> {
  register: Register;
}

/**
 * A procurement portal of plain HTML: 46 tenders in a paged table, detail pages with documents, a search by GET and one by
 * posting back, robots.txt, sitemap, RSS, ETag and Last-Modified. `set` publishes, amends, withdraws and closes.
 */
export async function startPortalSite(options: SiteOptions & RegisterSize = {}): Promise<PortalSite> {
  const register = openRegister(options.now ?? new Date(), options);
  const site = await startSite<PortalChange>(options, (request) => answer(request, register), register.change);
  return { ...site, register };
}

function answer(request: SiteRequest, register: Register): Reply {
  const { path, query } = request;
  const origin = request.url.origin;
  const wanted = Number(query.get("page"));
  const changedAt = listingChangedAt(register);
  if (path === "/" || path === "/tenders")
    return conditional(request, listingPage(register, path === "/" ? 1 : wanted), changedAt);
  if (path === "/search") {
    const body = searchPage(register, query.get("q") ?? "", query.get("category") ?? "", wanted);
    return conditional(request, body, changedAt);
  }
  if (path === "/desk") return { body: desk(request, register), headers: { "cache-control": "no-store" } };
  if (path === "/about") return { body: aboutPage() };
  if (path === "/robots.txt")
    return { body: robotsText(origin), headers: { "content-type": "text/plain; charset=utf-8" } };
  if (path === "/sitemap.xml")
    return conditional(request, sitemapXml(register, origin), changedAt, "application/xml; charset=utf-8");
  if (path === "/feed.rss")
    return conditional(request, feedXml(register, origin), changedAt, "application/rss+xml; charset=utf-8");
  if (path.startsWith("/staff/")) return { status: 403, body: "Staff only." };
  return tenderReply(request, register) ?? { status: 404, body: notFoundPage() };
}

function tenderReply(request: SiteRequest, register: Register): Reply | null {
  const [, folder, slug = "", file] = request.path.split("/");
  const tender = register.find(slug);
  if (!tender) return null;
  if (folder === "tenders" && file === undefined) {
    const { updatedAt, deadline } = tender;
    const now = register.now();
    return conditional(
      request,
      detailPage(tender, now),
      deadline <= now && deadline > updatedAt ? deadline : updatedAt,
    );
  }
  if (folder !== "documents" || tender.isWithdrawn) return null;
  if (file === "invitation-to-tender.pdf")
    return { body: invitationPdf(tender), headers: { "content-type": "application/pdf" } };
  if (file === "price-schedule.csv")
    return { body: priceSchedule(tender), headers: { "content-type": "text/csv; charset=utf-8" } };
  return null;
}

function desk(request: SiteRequest, register: Register): string {
  if (request.method !== "POST") return deskPage(register, "", 1);
  const turned = /^Page\$(\d{1,6})$/.exec(request.form.get("__EVENTARGUMENT") ?? "");
  return deskPage(register, request.form.get("desk$query") ?? "", turned ? Number(turned[1]) : 1);
}
