import { standingOf } from "@/e2e/sites/procurement/listed-notices";
import type { PortalNotice } from "@/e2e/sites/procurement/notice";
import { procurementSkins } from "@/e2e/sites/procurement/procurement-site";
import type { Skin } from "@/e2e/sites/procurement/skin";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { belongsToEntry } from "@/server/sources/pages/entry-parts";
import { changesSince, type ProductView, problemsSince, readAgain, viewOf } from "./product";
import { isSameAddress, opportunitiesOf, type WatchedPortal } from "./score";

export interface DayScore {
  day: string;
  /** Changes of facts that the portals made, and those that the product shows on the same day. */
  changed: number;
  shown: number;
  /** Facts that the product shows as changed and that are as they were. */
  invented: number;
  /** Pages on which a change of words was told, and those of them on which nothing had changed. */
  pagesTold: number;
  pagesInvented: number;
  /** Demands that were reworded, and those of them whose old and new words the product shows once. */
  demandsChanged: number;
  demandsShown: number;
  /** Notices that were published, and those of which the product shows an opportunity on the same day. */
  published: number;
  publishedFound: number;
  opportunitiesAdded: number;
}

interface Wanted {
  notice: PortalNotice;
  portal: WatchedPortal;
  what: "deadline" | "status" | "demand" | "new";
}

/**
 * Days after the first: deadlines move, a tender is cancelled and a demand reworded; then a demand is reworded in an attached document
 * alone, and new tenders are published; then one closes early and another is awarded where a portal names one; then every portal is redesigned and says the same. What the product shows as
 * changed each day, against what did change.
 */
export async function scoreDays(
  ctx: WorkspaceContext,
  portals: readonly WatchedPortal[],
  miss: (text: string) => void,
): Promise<DayScore[]> {
  const days: [string, (portal: WatchedPortal) => Wanted[]][] = [
    ["moved, cancelled, reworded", firstChanges],
    ["papers and new ones", laterChanges],
    ["closed early", closeOne],
    ["redesigned", redesign],
  ];
  const scores: DayScore[] = [];
  for (const [day, change] of days) {
    const before = await viewOf(ctx);
    const since = new Date();
    const wanted = portals.flatMap(change);
    await readAgain(
      ctx,
      portals.map(({ sourceId }) => sourceId),
    );
    scores.push(await scoreDay(ctx, day, wanted, before, since, miss));
    for (const problem of await problemsSince(ctx, since)) miss(`${day}: problem | ${problem}`);
  }
  return scores;
}

/** Such as stand on one portal only, so that a change is one change. */
function openOnes({ site, skin }: WatchedPortal): PortalNotice[] {
  const isOpen = (notice: PortalNotice) => standingOf(notice, site.register.now()) === "open";
  return site.register.all().filter((notice) => isOpen(notice) && notice.key.endsWith(`:${notice.title}`) && skin);
}

function firstChanges(portal: WatchedPortal): Wanted[] {
  const [moved, cancelled, reworded] = openOnes(portal);
  if (!moved || !cancelled || !reworded) return [];
  portal.site.set({
    moveDeadline: { title: moved.title, days: 7 },
    setStatus: { title: cancelled.title, status: "cancelled" },
    amendNeed: { title: reworded.title, need: needs[portal.site.register.language()] },
  });
  return [
    { notice: moved, portal, what: "deadline" },
    { notice: cancelled, portal, what: "status" },
    { notice: reworded, portal, what: "demand" },
  ];
}

/** Only on portals whose notices have days of their own; by their clock what ends meanwhile is over. */
function laterChanges(portal: WatchedPortal): Wanted[] {
  const { site } = portal;
  if (!procurementSkins[portal.skin].plan.listed) return [];
  const before = site.register.all();
  const now = site.register.now();
  const amended = openOnes(portal)
    .slice(2)
    .find(({ paperNeeds }) => paperNeeds);
  if (amended) site.set({ amendPaperNeed: { title: amended.title, need: paperNeeds[site.register.language()] } });
  const later = new Date(now.getTime() + 2.5 * 86_400_000);
  site.set({ now: later.toISOString() });
  const over = before.filter((notice) => standingOf(notice, now) !== standingOf(notice, later));
  const published = site.register.all().filter((notice) => !before.includes(notice));
  return [
    ...(amended ? [{ notice: amended, portal, what: "demand" as const }] : []),
    ...over.map((notice) => ({ notice, portal, what: "status" as const })),
    ...published.map((notice) => ({ notice, portal, what: "new" as const })),
  ];
}

const paperNeeds = {
  en: "The supplier must name a deputy for the contract manager who can be reached within 30 minutes.",
  de: "Der Auftragnehmer muss eine Vertretung der Projektleitung benennen, die binnen 30 Minuten erreichbar ist.",
  fr: "Le titulaire doit désigner un suppléant du responsable du marché, joignable en 30 minutes.",
  es: "El contratista deberá designar un suplente del responsable del contrato localizable en 30 minutos.",
};

const needs = {
  en: "The supplier must hold liability insurance of at least 9 million for the whole term.",
  de: "Der Auftragnehmer muss eine Betriebshaftpflichtversicherung über mindestens 9 Mio. Euro nachweisen.",
  fr: "Le titulaire doit justifier d'une assurance responsabilité civile d'au moins 9 000 000 euros.",
  es: "El contratista deberá disponer de un seguro de responsabilidad civil de al menos 9.000.000 euros.",
};

function closeOne(portal: WatchedPortal): Wanted[] {
  const closed = openOnes(portal)[2];
  if (!closed) return [];
  portal.site.set({ setStatus: { title: closed.title, status: "closed" } });
  return [closed, ...awardOne(portal)].map((notice) => ({ notice, portal, what: "status" }));
}

function awardOne({ site, skin }: WatchedPortal): PortalNotice[] {
  const { awarded } = (procurementSkins[skin] as Skin).plan.listed ?? {};
  const notice = site.register.all().find(({ title }) => title === awarded);
  if (!notice) return [];
  site.set({ setStatus: { title: notice.title, status: "awarded" } });
  return [notice];
}

function redesign(portal: WatchedPortal): Wanted[] {
  portal.site.set({ isRedesigned: true });
  return [];
}

async function scoreDay(
  ctx: WorkspaceContext,
  day: string,
  wanted: readonly Wanted[],
  before: ProductView,
  since: Date,
  miss: (text: string) => void,
): Promise<DayScore> {
  const after = await viewOf(ctx);
  const told = await changesSince(ctx, since);
  const idOf = ({ portal, notice }: Wanted) => opportunitiesOf(portal, notice, after)[0] ?? "";
  const expected = new Set(wanted.map((one) => `${idOf(one)} ${one.what}`));
  const shown = differences(before, after);
  for (const one of wanted)
    if (isFact(one) && !shown.some(({ id, what }) => id === idOf(one) && what === one.what))
      miss(`${day}: ${one.portal.skin} ${one.what} not shown | ${one.notice.title} | ${datesOf(idOf(one), after)}`);
  const invented = shown.filter(({ id, what }) => !expected.has(`${id} ${what}`));
  for (const { id, what, was, is } of invented)
    miss(`${day}: invented ${what} | ${after.opportunities.find((one) => one.id === id)?.title} | ${was} -> ${is}`);
  const facts = wanted.filter(isFact);
  const demands = wanted.filter(({ what }) => what === "demand");
  const isShown = (one: Wanted) => {
    const said = told.demands.filter(({ opportunityId }) => opportunityId === idOf(one));
    const items = said.flatMap(({ items }) => items).filter(({ what }) => what !== "deadline");
    const is = items.filter(({ after }) => after !== null).length === 1;
    if (!is) miss(`${day}: ${one.portal.skin} demand not shown once | ${one.notice.title} | ${JSON.stringify(items)}`);
    return is;
  };
  const published = wanted.filter(({ what }) => what === "new");
  const isFound = (one: Wanted) => {
    const found = opportunitiesOf(one.portal, one.notice, after).length === 1;
    if (!found) miss(`${day}: ${one.portal.skin} new one not found | ${one.notice.title}`);
    return found;
  };
  // A notice is told on its own page and on those that belong to it.
  const touched = wanted.flatMap((one) => [
    one.portal.site.origin + one.portal.pathOf(one.notice),
    // One that only a form opens is met by an address of ours.
    ...after.notices.flatMap(({ opportunityId, url }) => (url && opportunityId === idOf(one) ? [url] : [])),
  ]);
  const isTouched = (url: string) =>
    touched.some((own) => url === own || (!own.includes("#") && (isSameAddress(url, own) || belongsToEntry(own, url))));
  const pages = told.pages.filter(({ verdict }) => verdict === "wording");
  // A listing shows the dates and states of what it lists.
  const strange = pages.filter(({ url, kind }) => kind === "page" && !isTouched(url));
  const lists = wanted.length === 0 ? pages.filter(({ kind }) => kind !== "page") : [];
  for (const { url, summary } of [...strange, ...lists]) miss(`${day}: page told | ${url} | ${summary}`);
  return {
    day,
    changed: facts.length,
    shown: facts.filter((one) => shown.some(({ id, what }) => id === idOf(one) && what === one.what)).length,
    invented: invented.length,
    pagesTold: pages.length,
    pagesInvented: strange.length + lists.length,
    demandsChanged: demands.length,
    demandsShown: demands.filter(isShown).length,
    published: published.length,
    publishedFound: published.filter(isFound).length,
    opportunitiesAdded: after.opportunities.length - before.opportunities.length,
  };
}

/** What is kept of its dates, in few words. */
const datesOf = (id: string, { deadlines }: ProductView): string =>
  JSON.stringify(deadlines.filter(({ opportunityId }) => opportunityId === id));

const isFact = ({ what }: Wanted): boolean => what === "deadline" || what === "status";

function differences(before: ProductView, after: ProductView) {
  return after.opportunities.flatMap((is) => {
    const was = before.opportunities.find(({ id }) => id === is.id);
    if (!was) return [];
    const pairs: [string, unknown, unknown][] = [
      ["deadline", due(was), due(is)],
      ["status", was.procedureStatus, is.procedureStatus],
      ["title", was.title, is.title],
      ["buyer", was.buyer, is.buyer],
      ["reference", was.reference, is.reference],
    ];
    return pairs
      .filter(([, one, other]) => one !== other)
      .map(([what, was, now]) => ({ id: is.id, what, was, is: now }));
  });
}

const due = (one: ProductView["opportunities"][number]) => one.submissionAt?.toISOString() ?? one.submissionDate;
