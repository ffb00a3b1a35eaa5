import { standingOf } from "@/e2e/sites/procurement/listed-notices";
import { clockOf, type PortalNotice } from "@/e2e/sites/procurement/notice";
import type { ProcurementSite, ProcurementSkin } from "@/e2e/sites/procurement/procurement-site";
import { procurementSkins } from "@/e2e/sites/procurement/procurement-site";
import { canonicalUrl } from "@/lib/canonical-url";
import type { ProductView } from "./product";

export interface WatchedPortal {
  skin: ProcurementSkin;
  site: ProcurementSite;
  sourceId: string;
  pathOf: (notice: PortalNotice) => string;
}

export interface PortalScore {
  portal: string;
  notices: number;
  /** Share of the notices of which the product shows exactly one opportunity. */
  foundOnce: number;
  /** Opportunities that are none of the portal's notices. */
  extra: number;
  /** Of those that were found; a deadline of those that have one. */
  title: number;
  buyer: number;
  reference: number;
  deadline: number;
  /** Closed, cancelled and awarded ones that are shown as open. */
  wronglyOpen: number;
  /** Open ones that are shown as anything else. */
  wronglyOver: number;
}

type Found = { notice: PortalNotice; opportunities: string[] };

/** What the product found on a portal against what stands there. `miss` is told of each miss, in words. */
export function scorePortal(
  portal: WatchedPortal,
  all: readonly WatchedPortal[],
  view: ProductView,
  miss: (text: string) => void,
): PortalScore {
  const truth = portal.site.register.all();
  const found = truth.map((notice) => ({ notice, opportunities: opportunitiesOf(portal, notice, view) }));
  const told = (what: string, { notice, opportunities }: Found, got: unknown) =>
    miss(
      `${portal.skin} ${what} | ${notice.title} [${notice.status}] | ${JSON.stringify(got)} | ${opportunities.length}`,
    );
  for (const one of found) if (one.opportunities.length !== 1) told("not once", one, one.opportunities);
  const known = new Set(found.flatMap(({ opportunities }) => opportunities));
  const strays = new Set(
    view.notices
      .filter(({ sourceId, opportunityId }) => sourceId === portal.sourceId && !known.has(opportunityId))
      .map(({ opportunityId }) => opportunityId),
  );
  for (const id of strays) miss(`${portal.skin} stray | ${view.opportunities.find((one) => one.id === id)?.title}`);

  const seen = found.filter(({ opportunities }) => opportunities.length > 0);
  const right = { title: 0, buyer: 0, reference: 0, deadline: 0 };
  let [wronglyOpen, wronglyOver] = [0, 0];
  for (const one of seen) {
    const row = view.opportunities.find(({ id }) => id === one.opportunities[0]);
    if (!row) continue;
    const said = all.flatMap(({ site }) => site.register.all()).filter(({ key }) => key === one.notice.key);
    for (const field of ["title", "buyer", "reference"] as const) {
      if (said.some((notice) => plain(notice[field]) === plain(row[field] ?? ""))) right[field]++;
      else told(`${field} (${one.notice[field]})`, one, row[field]);
    }
    const deadline = one.notice.isPrior || isDeadline(one.notice, portal, row, view);
    if (deadline === true) right.deadline += one.notice.isPrior ? 0 : 1;
    else told(`deadline (${one.notice.deadline.toISOString()})`, one, deadline);
    const isOpen = standingOf(one.notice, portal.site.register.now()) === "open";
    // Prior information is planned; nothing else that is not open may be called so.
    const isWronglyOpen =
      !isOpen && (one.notice.isPrior ? /open|unknown/ : /open|planned|unknown/).test(row.procedureStatus);
    const isWronglyOver = isOpen && row.procedureStatus !== "open";
    if (isWronglyOver) wronglyOver++;
    if (isWronglyOpen) wronglyOpen++;
    if (isWronglyOpen || isWronglyOver) told("status", one, row.procedureStatus);
  }
  const share = (n: number, of: number) => (of === 0 ? 0 : Math.round((n / of) * 1000) / 1000);
  return {
    portal: portal.skin,
    notices: truth.length,
    foundOnce: share(found.filter(({ opportunities }) => opportunities.length === 1).length, truth.length),
    extra: strays.size,
    title: share(right.title, seen.length),
    buyer: share(right.buyer, seen.length),
    reference: share(right.reference, seen.length),
    deadline: share(right.deadline, seen.filter(({ notice }) => !notice.isPrior).length),
    wronglyOpen,
    wronglyOver,
  };
}

export function opportunitiesOf(portal: WatchedPortal, notice: PortalNotice, view: ProductView): string[] {
  const path = portal.site.origin + portal.pathOf(notice);
  const same = view.notices.filter(
    ({ sourceId, url, title }) =>
      sourceId === portal.sourceId &&
      (isSameAddress(url, path) ||
        (!url && plain(title ?? "") === plain(notice.title)) ||
        (isWithoutPages(portal) && longestNamed(portal, title ?? "") === notice)),
  );
  return [...new Set(same.map(({ opportunityId }) => opportunityId))];
}

/** As a page is met again: a number of the visit is no part of its address. */
export const isSameAddress = (url: string | null, path: string): boolean =>
  url !== null && decodeURI(canonicalUrl(url) ?? url) === decodeURI(canonicalUrl(path) ?? path);

const isWithoutPages = ({ skin }: WatchedPortal) => procurementSkins[skin].isWithoutPages === true;

/** The notice whose title stands in these words, and of several that do the one that says most. */
function longestNamed({ site }: WatchedPortal, words: string): PortalNotice | undefined {
  return site.register
    .all()
    .filter(({ title }) => plain(words).includes(plain(title)))
    .sort((a, b) => b.title.length - a.title.length)[0];
}

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

/** True, or what the product says instead. A portal that states no zone is right when day and time are. */
function isDeadline(
  notice: PortalNotice,
  portal: WatchedPortal,
  row: ProductView["opportunities"][number],
  view: ProductView,
): true | unknown {
  if (row.submissionAt) return row.submissionAt.getTime() === notice.deadline.getTime() ? true : row.submissionAt;
  const { year, month, day, hour, minute } = clockOf(notice.deadline, procurementSkins[portal.skin].plan.zone);
  const two = (value: number) => String(value).padStart(2, "0");
  const date = `${year}-${two(month)}-${two(day)}`;
  const said = view.deadlines.filter(
    ({ opportunityId, kind, state }) => opportunityId === row.id && kind === "submission" && state === "in_force",
  );
  const isSame = said.some(
    ({ localDate, localTime }) => localDate === date && localTime === `${two(hour)}:${two(minute)}`,
  );
  if (row.submissionDate === date && isSame) return true;
  return {
    date: row.submissionDate,
    said: said.map(({ quote, localDate, localTime }) => [quote, localDate, localTime]),
  };
}

export interface JoinScore {
  publishedTwice: number;
  joined: number;
  /** Opportunities that hold more than one tender. */
  wronglyJoined: number;
}

export function scoreJoins(
  portals: readonly WatchedPortal[],
  view: ProductView,
  miss: (text: string) => void,
): JoinScore {
  const byKey = new Map<string, Set<string>[]>();
  const keysOf = new Map<string, Set<string>>();
  for (const portal of portals)
    for (const notice of portal.site.register.all()) {
      const ids = opportunitiesOf(portal, notice, view);
      byKey.set(notice.key, [...(byKey.get(notice.key) ?? []), new Set(ids)]);
      for (const id of ids) keysOf.set(id, (keysOf.get(id) ?? new Set()).add(notice.key));
    }
  const twice = [...byKey].filter(([, places]) => places.length > 1);
  const isJoined = (places: Set<string>[]) =>
    new Set(places.flatMap((ids) => [...ids])).size === 1 && places.every(({ size }) => size === 1);
  for (const [key, places] of twice) if (!isJoined(places)) miss(`not joined | ${key}`);
  const wrong = [...keysOf.values()].filter(({ size }) => size > 1);
  for (const keys of wrong) miss(`wrongly joined | ${[...keys].join(" + ")}`);
  return {
    publishedTwice: twice.length,
    joined: twice.filter(([, places]) => isJoined(places)).length,
    wronglyJoined: wrong.length,
  };
}
