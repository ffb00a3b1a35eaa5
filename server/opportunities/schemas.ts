import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { flag, listOf } from "@/lib/query-values";
import { snapshotStatuses, visibilities } from "@/lib/vocabulary/documents";
import { freshnesses } from "@/lib/vocabulary/evidence";
import {
  amendmentStates,
  assertionOrigins,
  deadlineFlags,
  deadlineKinds,
  deadlineStates,
  decisions,
  fieldNames,
  noticeSchemes,
  noticeTypes,
  opportunityKinds,
  outcomes,
  procedureStatuses,
  readingPhases,
  tenderRoles,
} from "@/lib/vocabulary/opportunities";
import { documentPath } from "@/server/knowledge/documents/schemas";

export const opportunityTag = z.string().trim().min(1).max(40);
export const opportunityId = z.strictObject({ id: z.uuid() });

/** A person as lists name them. */
export const personName = z.object({ id: z.uuid(), name: z.string() });

/** A quote and the place to open beside it. */
export const citationView = z.object({
  evidenceId: z.uuid(),
  documentId: z.uuid(),
  snapshotId: z.uuid(),
  renditionId: z.uuid(),
  title: z.string(),
  page: z.int().nullable(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  freshness: z.enum(freshnesses),
  /** What the newest version says there, when it says something else. */
  after: z.string().nullable(),
});
export type CitationView = z.output<typeof citationView>;

// --- The list

export const opportunitySorts = [
  "submission",
  "questions",
  "seen",
  "updated",
  "title",
  "buyer",
  "value",
  "fit",
  "stage",
  "number",
  "requirements",
] as const;

/** How far away the submission is, in days from now. */
export const dueWindows = ["past", "week", "month", "quarter", "later", "unknown"] as const;
export type DueWindow = (typeof dueWindows)[number];

const several = <T extends z.ZodType>(item: T) => listOf(item).optional();
const words = (longest: number) => z.string().trim().min(1).max(longest);

/** What narrows a list; values of one filter are alternatives, filters add up. `none` and `open` stand for "not set". */
export const opportunityFilters = z.strictObject({
  text: z.string().trim().max(200).optional(),
  stage: several(words(40)),
  outcome: several(z.enum([...outcomes, "open"])),
  kind: several(z.enum(opportunityKinds)),
  procedureStatus: several(z.enum(procedureStatuses)),
  buyer: several(words(300)),
  country: several(words(8)),
  /** "CPV:72" finds every code that begins so. */
  category: several(words(80)),
  tag: several(opportunityTag),
  owner: several(z.union([z.uuid(), z.literal("none")])),
  source: several(z.uuid()),
  decision: several(z.enum([...decisions, "none"])),
  due: several(z.enum(dueWindows)),
  isArchived: flag.default(false),
});
export type OpportunityFilters = z.output<typeof opportunityFilters>;

export const listOpportunitiesInput = opportunityFilters.extend({
  sort: z.enum(opportunitySorts).default("submission"),
  descending: flag.default(false),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(600).optional(),
  withFacets: flag.default(true),
});
export type ListOpportunitiesInput = z.output<typeof listOpportunitiesInput>;

export const opportunityRow = z.object({
  id: z.uuid(),
  number: z.int(),
  title: z.string(),
  buyer: z.string().nullable(),
  reference: z.string().nullable(),
  kind: z.enum(opportunityKinds),
  procedureStatus: z.enum(procedureStatuses),
  stage: z.string(),
  outcome: z.enum(outcomes).nullable(),
  decision: z.enum(decisions).nullable(),
  submissionAt: isoTimestamp.nullable(),
  submissionZone: z.string().nullable(),
  submissionDate: z.string().nullable(),
  isSubmissionContradicted: z.boolean(),
  questionsAt: isoTimestamp.nullable(),
  value: z.object({ amount: z.string(), currency: z.string().nullable() }).nullable(),
  country: z.string().nullable(),
  categories: z.array(z.string()),
  tags: z.array(z.string()),
  owner: personName.nullable(),
  fitScore: z.number().nullable(),
  hasBlocker: z.boolean(),
  requirementCount: z.int(),
  firstSeenAt: isoTimestamp,
  /** Names of the sources that published it. */
  sources: z.array(z.string()),
  /** Amendments that nobody has approved yet. */
  amendmentsToReview: z.int(),
  /** Its documents are being read at this moment. */
  isReading: z.boolean(),
  isArchived: z.boolean(),
});
export type OpportunityRow = z.input<typeof opportunityRow>;

const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }));
export const opportunityFacets = z.object({
  stage: facet,
  outcome: facet,
  kind: facet,
  procedureStatus: facet,
  buyer: facet,
  country: facet,
  category: facet,
  tag: facet,
  owner: facet,
  source: facet,
  decision: facet,
  due: facet,
});
export type OpportunityFacets = z.output<typeof opportunityFacets>;

export const listOpportunitiesOutput = z.object({
  opportunities: z.array(opportunityRow),
  total: z.int(),
  /** Null when they were not asked for. Each facet counts what its other filters leave. */
  facets: opportunityFacets.nullable(),
  nextCursor: z.string().nullable(),
  /** Nothing holds the words as typed: these hold words like them. */
  isFuzzy: z.boolean(),
});
export type ListOpportunitiesOutput = z.input<typeof listOpportunitiesOutput>;

// --- The board

export const getBoardInput = opportunityFilters.extend({
  cardsPerColumn: z.coerce.number().int().min(1).max(100).default(30),
});
export type GetBoardInput = z.output<typeof getBoardInput>;

export const boardOutput = z.object({
  columns: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      total: z.int(),
      cards: z.array(opportunityRow.extend({ boardPosition: z.number() })),
    }),
  ),
});
export type BoardOutput = z.input<typeof boardOutput>;

// --- One opportunity

const noticeOfStatement = z.object({
  id: z.uuid(),
  url: z.string().nullable(),
  source: z.string().nullable(),
  publishedAt: isoTimestamp.nullable(),
});

const statement = {
  id: z.uuid(),
  origin: z.enum(assertionOrigins),
  citation: citationView.nullable(),
  notice: noticeOfStatement.nullable(),
  statedBy: personName.nullable(),
};

export const fieldStatement = z.object({
  ...statement,
  /** Typed by the field's name; see fields/tender-fields. */
  value: z.unknown(),
  text: z.string(),
  isChosen: z.boolean(),
});

export const deadlineStatement = z.object({
  ...statement,
  kind: z.enum(deadlineKinds),
  state: z.enum(deadlineStates),
  quote: z.string(),
  localDate: z.string().nullable(),
  localTime: z.string().nullable(),
  zoneStated: z.string().nullable(),
  zone: z.string().nullable(),
  at: isoTimestamp.nullable(),
  note: z.string().nullable(),
  flags: z.array(z.enum(deadlineFlags)),
  decidedBy: personName.nullable(),
  decidedAt: isoTimestamp.nullable(),
});

export const opportunityDocument = z.object({
  documentId: z.uuid(),
  snapshotId: z.uuid().nullable(),
  path: z.string(),
  title: z.string(),
  role: z.enum(tenderRoles).nullable(),
  roleReason: z.string().nullable(),
  isRoleSetByPerson: z.boolean(),
  isDraft: z.boolean(),
  status: z.enum(snapshotStatuses),
  failureReason: z.string().nullable(),
  progress: z.object({ page: z.int(), pages: z.int() }).nullable(),
  pageCount: z.int().nullable(),
  revision: z.int(),
  /** Its requirements and fields stand as its current version says them. */
  isShredded: z.boolean(),
  requirementCount: z.int(),
});

export const amendmentSummary = z.object({
  id: z.uuid(),
  opportunityId: z.uuid(),
  state: z.enum(amendmentStates),
  summary: z.string(),
  document: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  noticeId: z.uuid().nullable(),
  counts: z.object({ added: z.int(), removed: z.int(), changed: z.int(), deadline: z.int() }),
  createdAt: isoTimestamp,
  reviewedBy: personName.nullable(),
  reviewedAt: isoTimestamp.nullable(),
});

export const opportunityDetail = opportunityRow.extend({
  summary: z.string().nullable(),
  place: z.string().nullable(),
  setAside: z.string().nullable(),
  collection: z.object({
    id: z.uuid(),
    name: z.string(),
    visibility: z.enum(visibilities),
    memberIds: z.array(z.uuid()),
  }),
  watchers: z.array(personName),
  fields: z.array(z.object({ name: z.enum(fieldNames), isSingle: z.boolean(), statements: z.array(fieldStatement) })),
  deadlines: z.array(
    z.object({
      kind: z.enum(deadlineKinds),
      /** The statement that drives reminders; null when nothing is known. */
      inForceId: z.uuid().nullable(),
      isContradicted: z.boolean(),
      statements: z.array(deadlineStatement),
    }),
  ),
  /** Statements of one date that disagree and that nobody has decided. */
  contradictions: z.array(
    z.object({ kind: z.enum(deadlineKinds), drivingId: z.uuid().nullable(), statementIds: z.array(z.uuid()) }),
  ),
  documents: z.array(opportunityDocument),
  notices: z.array(
    z.object({
      id: z.uuid(),
      scheme: z.enum(noticeSchemes),
      type: z.enum(noticeTypes),
      title: z.string().nullable(),
      url: z.string().nullable(),
      source: z.object({ id: z.uuid(), name: z.string() }).nullable(),
      documentId: z.uuid().nullable(),
      publishedAt: isoTimestamp.nullable(),
      readAt: isoTimestamp,
      rationale: z.string().nullable(),
      matchedBy: z.object({ how: z.string(), score: z.number(), reasons: z.array(z.string()) }),
    }),
  ),
  amendments: z.array(amendmentSummary),
  goNoGo: z
    .object({
      decision: z.enum(decisions).nullable(),
      reason: z.string(),
      score: z.number().nullable(),
      decidedBy: personName.nullable(),
      createdAt: isoTimestamp,
    })
    .nullable(),
  counts: z.object({
    requirements: z.int(),
    mandatory: z.int(),
    unclear: z.int(),
    documents: z.int(),
    notices: z.int(),
  }),
  createdAt: isoTimestamp,
  updatedAt: isoTimestamp,
});
export type OpportunityDetail = z.input<typeof opportunityDetail>;

// --- Deeds

const title = z.string().trim().min(1).max(500);
const localDate = z.iso.date();
const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time is written as 16:00.");

export const createOpportunityInput = z.strictObject({
  title,
  buyer: z.string().trim().min(1).max(300).optional(),
  reference: z.string().trim().min(1).max(200).optional(),
  kind: z.enum(opportunityKinds).default("other"),
  summary: z.string().trim().min(1).max(5000).optional(),
  /** In the zone of `submissionZone` (IANA); without a zone it stays a date and time as stated. */
  submissionDate: localDate.optional(),
  submissionTime: localTime.optional(),
  submissionZone: z.string().trim().min(1).max(60).optional(),
  tags: z.array(opportunityTag).max(20).default([]),
  ownerId: z.uuid().optional(),
  stage: z.string().max(40).optional(),
});
export type CreateOpportunityInput = z.output<typeof createOpportunityInput>;

export const importTenderInput = z
  .strictObject({
    /** Documents that have been uploaded, in one collection; those inside a ZIP or a mail follow by themselves. */
    documentIds: z.array(z.uuid()).max(500).optional(),
    /** Or everything in a collection. */
    collectionId: z.uuid().optional(),
    title: title.optional(),
    ownerId: z.uuid().optional(),
  })
  .refine(
    (input) => input.documentIds?.length || input.collectionId,
    "Name the documents or the collection to import.",
  );
export type ImportTenderInput = z.output<typeof importTenderInput>;

/** Makes room for files before they are uploaded: an opportunity and its own collection, named after the folder or file. */
export const beginImportInput = z.strictObject({
  /** Name of the dropped folder or file. */
  name: documentPath,
  ownerId: z.uuid().optional(),
});
export type BeginImportInput = z.output<typeof beginImportInput>;

export const startedImport = z.object({ id: z.uuid(), collectionId: z.uuid(), documents: z.int() });
export type StartedImport = z.output<typeof startedImport>;

export const importProgress = z.object({
  opportunityId: z.uuid(),
  title: z.string(),
  phase: z.enum(readingPhases),
  startedAt: isoTimestamp.nullable(),
  finishedAt: isoTimestamp.nullable(),
  /** Why the reading as a whole stopped; null while it goes on or when it is done. */
  problem: z.string().nullable(),
  counts: z.object({
    files: z.int(),
    read: z.int(),
    failed: z.int(),
    shredded: z.int(),
    pages: z.int(),
    requirements: z.int(),
    mandatory: z.int(),
    fields: z.int(),
    deadlines: z.int(),
    contradictions: z.int(),
  }),
  files: z.array(
    z.object({
      documentId: z.uuid(),
      path: z.string(),
      status: z.enum(snapshotStatuses),
      reason: z.string().nullable(),
      page: z.int().nullable(),
      pages: z.int().nullable(),
      role: z.enum(tenderRoles).nullable(),
      isShredded: z.boolean(),
      requirements: z.int(),
    }),
  ),
});
export type ImportProgress = z.input<typeof importProgress>;

export const updateOpportunityInput = z.strictObject({
  id: z.uuid(),
  ownerId: z.uuid().nullable().optional(),
  tags: z.array(opportunityTag).max(20).optional(),
  /** Chooses among the statements of a field. */
  chooseStatementId: z.uuid().optional(),
  /** States a field by hand; null takes a person's own statement back. */
  fields: z
    .strictObject({
      title: title.optional(),
      buyer: z.string().trim().min(1).max(300).nullable().optional(),
      reference: z.string().trim().min(1).max(200).nullable().optional(),
      kind: z.enum(opportunityKinds).nullable().optional(),
      summary: z.string().trim().min(1).max(5000).nullable().optional(),
      place: z.string().trim().min(1).max(300).nullable().optional(),
      setAside: z.string().trim().min(1).max(300).nullable().optional(),
      value: z
        .strictObject({
          amount: z.string().regex(/^\d{1,18}(\.\d{1,2})?$/, "An amount is written as 1400000.50."),
          currency: z.string().regex(/^[A-Z]{3}$/, "A currency is three letters, as in EUR."),
        })
        .nullable()
        .optional(),
    })
    .optional(),
});
export type UpdateOpportunityInput = z.output<typeof updateOpportunityInput>;

export const decideDeadlineInput = z.strictObject({
  opportunityId: z.uuid(),
  kind: z.enum(deadlineKinds),
  /** The statement that holds; null takes the decision back. */
  statementId: z.uuid().nullable().optional(),
  /** Or a date by hand, when all of them are wrong. */
  entered: z
    .strictObject({ date: localDate, time: localTime.optional(), zone: z.string().trim().min(1).max(60).optional() })
    .optional(),
});
export type DecideDeadlineInput = z.output<typeof decideDeadlineInput>;

export const updateManyInput = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(500),
  stage: z.string().max(40).optional(),
  ownerId: z.uuid().nullable().optional(),
  addTags: z.array(opportunityTag).max(20).optional(),
  removeTags: z.array(opportunityTag).max(20).optional(),
  isArchived: z.boolean().optional(),
  isDeleted: z.boolean().optional(),
});
export type UpdateManyInput = z.output<typeof updateManyInput>;

export const setVisibilityInput = z.strictObject({
  id: z.uuid(),
  visibility: z.enum(visibilities),
  memberIds: z.array(z.uuid()).max(500).default([]),
});
export type SetVisibilityInput = z.output<typeof setVisibilityInput>;

export const documentsOfOpportunityInput = z.strictObject({
  id: z.uuid(),
  documentIds: z.array(z.uuid()).min(1).max(500),
});
export type DocumentsOfOpportunityInput = z.output<typeof documentsOfOpportunityInput>;

export const setDocumentRoleInput = z.strictObject({
  id: z.uuid(),
  documentId: z.uuid(),
  /** Null: as the product reads it. */
  role: z.enum(tenderRoles).nullable().optional(),
  isDraft: z.boolean().optional(),
});
export type SetDocumentRoleInput = z.output<typeof setDocumentRoleInput>;

export const mergeOpportunitiesInput = z.strictObject({
  /** Leaves the list; its notices and documents go to the other one. */
  fromId: z.uuid(),
  intoId: z.uuid(),
});
export const splitNoticeInput = z.strictObject({ noticeId: z.uuid() });

export const watchInput = z.strictObject({ id: z.uuid(), isWatching: z.boolean() });
