import type { PortalNotice } from "@/e2e/sites/procurement/notice";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { changesSince, type ProductView, readAgain, viewOf } from "./product";
import { opportunitiesOf, type WatchedPortal } from "./score";

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
  opportunitiesAdded: number;
}

interface Wanted {
  notice: PortalNotice;
  portal: WatchedPortal;
  what: "deadline" | "status" | "demand";
}

/**
 * Three days after the first: deadlines move, a tender is cancelled and a demand reworded; then one closes early; then every portal is
 * redesigned and says the same. What the product shows as changed each day, against what did change.
 */
export async function scoreDays(
  ctx: WorkspaceContext,
  portals: readonly WatchedPortal[],
  miss: (text: string) => void,
): Promise<DayScore[]> {
  const days: [string, (portal: WatchedPortal) => Wanted[]][] = [
    ["moved, cancelled, reworded", firstChanges],
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
  }
  return scores;
}

/** Such as stand on one portal only, so that a change is one change. */
function openOnes({ site, skin }: WatchedPortal): PortalNotice[] {
  return site.register.all().filter(({ status, key, title }) => status === "open" && key.endsWith(`:${title}`) && skin);
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
  return [{ notice: closed, portal, what: "status" }];
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
    if (one.what !== "demand" && !shown.some(({ id, what }) => id === idOf(one) && what === one.what))
      miss(`${day}: ${one.portal.skin} ${one.what} not shown | ${one.notice.title}`);
  const invented = shown.filter(({ id, what }) => !expected.has(`${id} ${what}`));
  for (const { id, what, was, is } of invented)
    miss(`${day}: invented ${what} | ${after.opportunities.find((one) => one.id === id)?.title} | ${was} -> ${is}`);
  const facts = wanted.filter(({ what }) => what !== "demand");
  const demands = wanted.filter(({ what }) => what === "demand");
  const isShown = (one: Wanted) => {
    const said = told.demands.filter(({ opportunityId }) => opportunityId === idOf(one));
    const items = said.flatMap(({ items }) => items).filter(({ what }) => what !== "deadline");
    const is = items.filter(({ after }) => after !== null).length === 1;
    if (!is) miss(`${day}: ${one.portal.skin} demand not shown once | ${one.notice.title} | ${JSON.stringify(items)}`);
    return is;
  };
  const touched = new Set(wanted.map(({ portal, notice }) => portal.site.origin + portal.pathOf(notice)));
  const pages = told.pages.filter(({ verdict }) => verdict === "wording");
  // A listing shows the dates and states of what it lists.
  const strange = pages.filter(({ url, kind }) => kind === "page" && !touched.has(url));
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
    opportunitiesAdded: after.opportunities.length - before.opportunities.length,
  };
}

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
