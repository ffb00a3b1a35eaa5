import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { plainText } from "@/lib/plain-text";
import { flag } from "@/lib/query-values";
import { buyerQuestionStates } from "@/lib/vocabulary/opportunities";

export const questionsOfInput = z.strictObject({ opportunityId: z.uuid() });

const place = z.object({
  evidenceId: z.uuid(),
  documentId: z.uuid(),
  title: z.string(),
  page: z.int().nullable(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
});
const person = z.object({ id: z.uuid(), name: z.string().nullable() }).nullable();

export const buyerQuestion = z.object({
  id: z.uuid(),
  opportunityId: z.uuid(),
  /** As it is numbered in what is sent. */
  number: z.int(),
  text: z.string(),
  state: z.enum(buyerQuestionStates),
  /** Why it is asked, in one sentence for us; not part of what is sent. */
  occasion: z.string(),
  requirement: z.object({ id: z.uuid(), number: z.int(), ref: z.string().nullable(), text: z.string() }).nullable(),
  deadlineId: z.uuid().nullable(),
  sentAt: isoTimestamp.nullable(),
  answer: z.string().nullable(),
  answerPlace: place.nullable(),
  answeredAt: isoTimestamp.nullable(),
  createdBy: person,
  createdAt: isoTimestamp,
});
export type BuyerQuestionView = z.input<typeof buyerQuestion>;
export const listBuyerQuestionsOutput = z.object({
  questions: z.array(buyerQuestion),
  /** Until when the buyer takes questions; null when it is not known. */
  deadline: z
    .object({
      at: isoTimestamp.nullable(),
      localDate: z.string().nullable(),
      localTime: z.string().nullable(),
      zone: z.string().nullable(),
      isContradicted: z.boolean(),
      isPast: z.boolean(),
    })
    .nullable(),
});
export type ListBuyerQuestionsOutput = z.input<typeof listBuyerQuestionsOutput>;

export const draftedQuestions = z.object({ added: z.int(), questions: z.array(buyerQuestion) });

const words = plainText(4000).min(1);
export const addBuyerQuestionInput = z.strictObject({
  opportunityId: z.uuid(),
  text: words,
  requirementId: z.uuid().optional(),
});
export type AddBuyerQuestionInput = z.output<typeof addBuyerQuestionInput>;
export const editBuyerQuestionInput = z.strictObject({ id: z.uuid(), text: words });
export type EditBuyerQuestionInput = z.output<typeof editBuyerQuestionInput>;
export const markSentInput = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(200),
  /** When; now without it. */
  at: z.iso.datetime({ offset: true }).optional(),
});
export type MarkSentInput = z.output<typeof markSentInput>;
export const recordAnswerInput = z.strictObject({
  id: z.uuid(),
  answer: words,
  /** Where the buyer says it: a literal quote in a version of a document. */
  place: z.strictObject({ renditionId: z.uuid(), start: z.int().min(0), end: z.int().min(1), quote: words }).optional(),
});
export type RecordAnswerInput = z.output<typeof recordAnswerInput>;
export const buyerQuestionId = z.strictObject({ id: z.uuid() });

export const exportFormats = ["docx", "csv", "text"] as const;
export const exportQuestionsInput = z.strictObject({
  opportunityId: z.uuid(),
  format: z.enum(exportFormats),
  /** Only drafts, ready to be sent; else all that were not withdrawn. */
  onlyDrafts: flag.default(false),
});
export type ExportQuestionsInput = z.output<typeof exportQuestionsInput>;
/** `base64` for DOCX, `text` for the others. */
export const exportedQuestions = z.object({
  fileName: z.string(),
  mime: z.string(),
  text: z.string().nullable(),
  base64: z.string().nullable(),
  questions: z.int(),
});
export type ExportedQuestions = z.input<typeof exportedQuestions>;
