import { z } from "zod";
import { visibilities } from "@/lib/vocabulary/documents";
import { deadlineKinds, opportunityKinds, tenderRoles } from "@/lib/vocabulary/opportunities";
import { opportunityTag, opportunityTitle } from "../schemas";

const localDate = z.iso.date();
const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time is written as 16:00.");

export const createOpportunityInput = z.strictObject({
  title: opportunityTitle,
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

export const updateOpportunityInput = z.strictObject({
  id: z.uuid(),
  ownerId: z.uuid().nullable().optional(),
  tags: z.array(opportunityTag).max(20).optional(),
  /** Chooses among the statements of a field. */
  chooseStatementId: z.uuid().optional(),
  /** States a field by hand; null takes a person's own statement back. */
  fields: z
    .strictObject({
      title: opportunityTitle.optional(),
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
