import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { snapshotStatuses, visibilities } from "@/lib/vocabulary/documents";
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
  tenderRoles,
} from "@/lib/vocabulary/opportunities";
import { opportunityRow } from "../list/schemas";
import { reopenedView } from "../reopened/schemas";
import { citationView, personName } from "../schemas";

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
  /** A paper beside the others, which go on standing; otherwise a new version of one. */
  isAddendum: z.boolean(),
  counts: z.object({
    added: z.int(),
    removed: z.int(),
    changed: z.int(),
    /** They name what is taken out, and have to be looked at. */
    affected: z.int(),
    deadline: z.int(),
    field: z.int(),
    /** Lines that no requirement states. */
    text: z.int(),
  }),
  createdAt: isoTimestamp,
  reviewedBy: personName.nullable(),
  reviewedAt: isoTimestamp.nullable(),
});

export const opportunityDetail = opportunityRow.extend({
  /** What was built on things that the buyer has changed since, until somebody confirms it. */
  reopened: z.array(reopenedView),
  summary: z.string().nullable(),
  place: z.string().nullable(),
  setAside: z.string().nullable(),
  collection: z.object({
    id: z.uuid(),
    name: z.string(),
    /** It holds the papers of this opportunity alone. */
    isOwn: z.boolean(),
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
  /** Papers that newer ones under another name have taken the place of. */
  replaced: z.array(z.object({ documentId: z.uuid(), path: z.string(), isDraft: z.boolean() })),
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
  /** Others that people merged into it, oldest first; each can stand on its own again. */
  merged: z.array(z.object({ id: z.uuid(), number: z.int(), title: z.string() })),
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
