import type { OpportunityDeadline } from "@/drizzle/schema";
import { frameOf } from "../amendments/frame-of";
import { zoneAfter } from "../fields/dates/find-zone";
import type { TenderFields } from "../fields/tender-fields";
import type { LoadedDocument } from "./load-package";
import { momentOf } from "./moment-of";

/** A date that a new version of its document, or a newer paper beside it, moved. */
export interface MovedStatement {
  kind: OpportunityDeadline["kind"];
  /** Null: it was left open until now. */
  before: string | null;
  after: string | null;
  /** The paper that states the newer one, or no longer states the older. */
  documentId: string | null;
  /** The words of both. */
  quotes: { before: string | null; after: string | null };
}

interface StoredStatement {
  row: OpportunityDeadline;
  documentId: string | null;
}
interface FreshStatement {
  kind: OpportunityDeadline["kind"];
  localDate?: string | null | undefined;
  localTime?: string | null | undefined;
  zoneStated?: string | null | undefined;
  quote: string;
  place: { document: string };
}

type Documents = readonly Pick<LoadedDocument, "id" | "previousDocumentId" | "previous" | "isFresh">[];
type Found = Pick<TenderFields, "deadlines">;

interface Statements {
  stored: readonly StoredStatement[];
  /** No longer stated in the version that is read now. */
  moved: readonly StoredStatement[];
  /** Still stated where they stood, and set aside by another paper now. */
  overtaken: readonly OpportunityDeadline[];
  fresh: readonly FreshStatement[];
}

/**
 * Dates that moved: those that a newer version states otherwise, those that another paper overtook (whether it came later or together with what
 * it overtakes), and those of which nothing was said until now.
 */
export function movedStatements(documents: Documents, found: Found, statements: Statements): MovedStatement[] {
  const wasStated = new Set(statements.stored.flatMap(({ row }) => (row.localDate === null ? [] : [row.kind])));
  const changed = statedOtherwise(documents, found, statements, wasStated);
  const later = overtakenByPaper(found, statements);
  const together = movedAmongPapers(documents, found, statements.fresh, later);
  const told = new Set([...changed, ...later, ...together].map(({ kind }) => kind));
  const stated = statedFirst(documents, found).filter(({ kind }) => !told.has(kind) && !wasStated.has(kind));
  const keyed = [...changed, ...later, ...together, ...stated]
    .filter(({ before, after }) => !isSameClock(before, after))
    .map((one) => [[one.kind, one.before, one.after, one.documentId].join("|"), one] as const);
  return [...new Map(keyed).values()];
}

/** What a newer version of its document says otherwise, or no longer says. */
function statedOtherwise(
  documents: Documents,
  found: Found,
  { moved, fresh }: Statements,
  wasStated: ReadonlySet<string>,
): MovedStatement[] {
  const heirOf = new Map(documents.map(({ id, previousDocumentId }) => [previousDocumentId, id]));
  const taken = new Set<FreshStatement>();
  return moved.flatMap(({ row, documentId }): MovedStatement[] => {
    const heirs = [documentId, heirOf.get(documentId)];
    const own = found.deadlines
      .filter(({ kind }) => kind === row.kind)
      .flatMap(({ statements: all }) => all.filter(({ place }) => heirs.includes(place?.document)));
    // Set aside before, or still said: of several dates of a kind in one paper each is looked at by itself.
    if (row.state === "rejected" || (row.localDate !== null && own.some((one) => momentOf(one) === momentOf(row))))
      return [];
    const successor = successorOf(
      row.quote,
      fresh.filter((one) => one.kind === row.kind && heirs.includes(one.place.document) && one.localDate),
      taken,
    );
    const after = successor ? momentOf(successor) : null;
    // A draft leaves its dates open; the first that is stated is news.
    if (row.localDate === null && (after === null || wasStated.has(row.kind))) return [];
    return [
      {
        kind: row.kind,
        before: row.localDate === null ? null : momentOf(row),
        after,
        documentId: successor?.place.document ?? heirOf.get(documentId) ?? documentId,
        quotes: { before: row.quote, after: successor?.quote ?? null },
      },
    ];
  });
}

/** What still stands in its paper while a newer one says another date. */
function overtakenByPaper(found: Found, { overtaken, fresh }: Statements): MovedStatement[] {
  return overtaken.flatMap((row): MovedStatement[] => {
    const now = inForceOf(found, row.kind);
    const isNew = fresh.some((one) => one.kind === row.kind && one.place.document === now?.place?.document);
    return now?.place && now.localDate && isNew ? [from(row.kind, row, now, now.place.document)] : [];
  });
}

/** A new paper says that it moves a date which another paper of the package goes on stating. */
function movedAmongPapers(
  documents: Documents,
  found: Found,
  fresh: readonly FreshStatement[],
  later: readonly MovedStatement[],
): MovedStatement[] {
  return found.deadlines.flatMap(({ kind, isMoved, statements: all }): MovedStatement[] => {
    const now = inForceOf(found, kind);
    const paper = documents.find(({ id, isFresh }) => isFresh && id === now?.place?.document);
    const others = all.filter(({ localDate, place }) => localDate !== null && place?.document !== paper?.id);
    const before = others.find(({ localTime }) => localTime !== null) ?? others[0];
    const isNew = fresh.some((one) => one.kind === kind && one.place.document === paper?.id);
    const isTold = later.some((one) => one.kind === kind && one.documentId === paper?.id);
    const isNews = isMoved && isNew && !isTold;
    return isNews && now && paper && before && momentOf(before) !== momentOf(now)
      ? [from(kind, before, now, paper.id)]
      : [];
  });
}

/** Dates that a newer version, or a paper that came later, states. */
function statedFirst(documents: Documents, found: Found): MovedStatement[] {
  const isLate = documents.some(({ isFresh }) => !isFresh);
  return found.deadlines.flatMap(({ kind }): MovedStatement[] => {
    const now = inForceOf(found, kind);
    const paper = documents.find(({ id }) => id === now?.place?.document);
    const isNews = paper && (paper.previous !== null || (paper.isFresh && isLate));
    // An addendum has a date of issue of its own.
    const isOwnIssue = kind === "issued" && paper?.previous === null;
    if (!now?.localDate || !isNews || isOwnIssue || kind === "other") return [];
    return [from(kind, null, now, paper.id)];
  });
}

function inForceOf({ deadlines }: Found, kind: string) {
  const group = deadlines.find((one) => one.kind === kind);
  return group && group.inForce !== null ? group.statements[group.inForce] : undefined;
}

type Said = Parameters<typeof momentOf>[0] & { quote: string };

function from(
  kind: MovedStatement["kind"],
  before: Said | null,
  after: Said,
  documentId: MovedStatement["documentId"],
): MovedStatement {
  return {
    kind,
    before: before && momentOf(before),
    after: momentOf(after),
    documentId,
    quotes: { before: before?.quote ?? null, after: after.quote },
  };
}

/** One wall clock by two names ("16:00 ET", "16:00 EST"), or named once: nothing moved. */
function isSameClock(before: string | null, after: string | null): boolean {
  const [[day, time, ...zone], [newDay, newTime, ...newZone]] = [before, after].map((said) =>
    (said ?? "").split(" "),
  ) as [string[], string[]];
  if (!day || !time || day !== newDay || time !== newTime) return false;
  const [old, fresh] = [zone, newZone].map((words) => zoneAfter(words.join(" "), 0));
  return !old || !fresh || (old.region ?? old.zone) === (fresh.region ?? fresh.zone);
}

/** Of several dates of a kind the one that is said in the same words; else the first that no other has taken. */
function successorOf(
  quote: string,
  candidates: readonly FreshStatement[],
  taken: Set<FreshStatement>,
): FreshStatement | undefined {
  const frame = frameOf(quote);
  const found =
    candidates.find((one) => !taken.has(one) && frameOf(one.quote) === frame) ??
    candidates.find((one) => !taken.has(one)) ??
    candidates[0];
  if (found) taken.add(found);
  return found;
}
