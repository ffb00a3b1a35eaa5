import { and, eq, inArray } from "drizzle-orm";
import { documents, renditions } from "@/drizzle/schema";
import { foldText } from "@/lib/fold-text";
import { loadPrepared, type SourceDocument } from "@/server/knowledge/writing";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { certificateKey, namedCertificates, sameCertificate } from "./factors/named-certificates";
import { ownDocumentIds } from "./find-coverage";
import { readProfile } from "./profile";
import type { ProposeProfileOutput } from "./schemas";

type Proposal = ProposeProfileOutput["proposals"][number];
type Field = Proposal["field"];

/** A person looks through them one by one. */
const mostOfAField: Record<Field, number> = { capabilities: 30, places: 12, categories: 12, certifications: 20 };
const mostRead = 200;
const longestQuote = 300;

/** What somebody who does a thing says of it, in several languages: "We provide ...", "Our team operates ...". */
const ownDeed =
  /^(?:we|our (?:team|company|firm|staff|engineers?|crews?|people|developers?|consultants?|experts?))\s+(?:have |has |also |can |currently |regularly )*(?:provid\w*|offer\w*|deliver\w*|build\w*|built|operat\w*|maintain\w*|develop\w*|design\w*|supply|supplies|supplied|support\w*|manag\w*|implement\w*|migrat\w*|train\w*|install\w*|run|runs|host\w*|test\w*|audit\w*|translat\w*|clean\w*|repair\w*|coat\w*|print\w*|consult\w*|advis\w*|speciali[sz]\w* in)\b/i;
const ownDeedGerman =
  /^(?:wir|unsere? (?:firma|team|mitarbeiter\w*|ingenieure?))\s+(?:bieten|liefern|bauen|betreiben|entwickeln|warten|planen|betreuen|schulen|prüfen|beraten|installieren)\b/i;
/** Codes with their scheme, as they are written ("CPV 72000000-5", "NAICS 541512"). */
const category =
  /\b(CPV|NAICS|UNSPSC|PSC)(?:[- ]?(?:codes?|no\.?|nr\.?))?[:\s]{1,3}([0-9]{4,8}|[A-Z][0-9A-Z]{3})(?:-\d)?\b/g;

/**
 * Reads the workspace's own documents (as `computeFit` takes them) for what could stand in its profile, each line with the words that say it, the most
 * widely stated first. What the profile has already is left out; nothing is taken over by itself. Throws ForbiddenError.
 */
export async function proposeProfile(ctx: WorkspaceContext): Promise<ProposeProfileOutput> {
  authorize(ctx, "opportunities:write");
  const { profile, renditionIds } = await inWorkspace(ctx, async (tx) => {
    const ids = (await ownDocumentIds(tx, ctx)).slice(0, mostRead);
    const rows =
      ids.length === 0
        ? []
        : await tx
            .select({ id: renditions.id })
            .from(documents)
            .innerJoin(
              renditions,
              and(
                eq(renditions.workspaceId, documents.workspaceId),
                eq(renditions.snapshotId, documents.currentSnapshotId),
              ),
            )
            .where(and(eq(documents.workspaceId, ctx.workspace.id), inArray(documents.id, ids)));
    return { profile: (await readProfile(tx, ctx)).profile, renditionIds: rows.map(({ id }) => id) };
  });
  const sources = await loadPrepared(ctx, renditionIds);
  const found = new Map<string, { proposal: Proposal; documents: Set<string> }>();
  for (const source of sources) {
    for (const { field, value, start, end, page } of linesOf(source)) {
      if (holds(profile[field], field, value)) continue;
      const key = `${field} ${field === "certifications" ? certificateKey(value) : foldText(value)}`;
      const known = found.get(key);
      if (known) {
        known.documents.add(source.documentId);
        continue;
      }
      const quote = source.prepared.text.slice(start, end);
      found.set(key, {
        documents: new Set([source.documentId]),
        proposal: {
          field,
          value,
          documents: 1,
          quote: quote.replace(/\s+/g, " ").slice(0, longestQuote),
          document: { id: source.documentId, title: source.title, page, start, end },
        },
      });
    }
  }
  const counts = new Map<Field, number>();
  const proposals = [...found.values()]
    .map(({ proposal, documents: stating }) => ({ ...proposal, documents: stating.size }))
    .sort((a, b) => b.documents - a.documents)
    .filter(({ field }) => {
      counts.set(field, (counts.get(field) ?? 0) + 1);
      return (counts.get(field) ?? 0) <= mostOfAField[field];
    });
  return { proposals, read: sources.length };
}

interface Line {
  field: Field;
  value: string;
  start: number;
  end: number;
  page: number | null;
}

function* linesOf({ prepared }: SourceDocument): Generator<Line> {
  for (const unit of prepared.units) {
    if (unit.kind === "heading") continue;
    const text = prepared.text.slice(unit.start, unit.end);
    const at = { start: unit.start, end: unit.end, page: unit.page ?? null };
    for (const value of namedCertificates(text)) yield { field: "certifications", value, ...at };
    for (const [, scheme = "", code = ""] of text.matchAll(category)) {
      yield { field: "categories", value: `${scheme.toUpperCase()}:${code}`, ...at };
    }
    for (const value of countriesIn(text)) yield { field: "places", value, ...at };
    const flat = text.replace(/\s+/g, " ").trim();
    if (flat.length <= 200 && (ownDeed.test(flat) || ownDeedGerman.test(flat))) {
      yield { field: "capabilities", value: capabilityOf(flat), ...at };
    }
  }
}

/** "We provide maintenance of lifts." is the line "Maintenance of lifts". */
function capabilityOf(sentence: string): string {
  const said = sentence
    .replace(/^(?:we|wir)\s+(?:provide|offer|deliver|supply|bieten|liefern)\s+/i, "")
    .replace(/[.;:]+$/, "");
  return said.charAt(0).toUpperCase() + said.slice(1);
}

const codes =
  "AT AU BE BG BR CA CH CN CY CZ DE DK EE ES FI FR GB GR HR HU IE IN IT JP LT LU LV MT MX NL NO NZ PL PT RO SE SI SK UA US ZA".split(
    " ",
  );
const names = new Intl.DisplayNames(["en"], { type: "region" });
const countries = codes.map((code) => ({ code, pattern: new RegExp(`\\b${names.of(code) ?? code}\\b`) }));

/** Countries by their English names; the name of one in a word of another (a nationality, a language) is none. */
function countriesIn(text: string): string[] {
  return countries.filter(({ pattern }) => pattern.test(text)).map(({ code }) => code);
}

function holds(own: readonly string[], field: Field, value: string): boolean {
  return own.some((line) =>
    field === "certifications" ? sameCertificate(line, value) : foldText(line) === foldText(value),
  );
}
