import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { flag, listOf } from "@/lib/query-values";
import { engines } from "@/lib/vocabulary/ask";
import { tableFormats } from "@/lib/vocabulary/exports";
import {
  assertionOrigins,
  obligedParties,
  proposalKinds,
  requirementKinds,
  requirementStates,
  tenderRoles,
} from "@/lib/vocabulary/opportunities";
import { citationView, personName } from "../schemas";

export const requirementId = z.strictObject({ id: z.uuid() });

export const requirementView = z.object({
  id: z.uuid(),
  opportunityId: z.uuid(),
  number: z.int(),
  /** "R-17". */
  label: z.string(),
  /** Its number as the document has it. */
  ref: z.string().nullable(),
  text: z.string(),
  leadIn: z.string().nullable(),
  kind: z.enum(requirementKinds),
  isMandatory: z.boolean(),
  obliged: z.enum(obligedParties),
  section: z.string(),
  due: z.string().nullable(),
  unclear: z.string().nullable(),
  position: z.number(),
  state: z.enum(requirementStates),
  origin: z.enum(assertionOrigins),
  /** Which rule, model or person took it. */
  reason: z.string().nullable(),
  note: z.string().nullable(),
  revision: z.int(),
  document: z
    .object({ id: z.uuid(), title: z.string(), role: z.enum(tenderRoles).nullable(), isDraft: z.boolean() })
    .nullable(),
  citation: citationView.nullable(),
  duplicateOf: z.object({ id: z.uuid(), label: z.string() }).nullable(),
  /** An addendum says otherwise, takes it out, or takes out what it names, in these words; the requirement goes on standing in its own paper. */
  amendedBy: z
    .object({
      amendmentId: z.uuid(),
      title: z.string(),
      what: z.enum(["changed", "removed", "affected"]),
      quote: z.string(),
    })
    .nullable(),
  factor: z.object({ id: z.uuid(), text: z.string() }).nullable(),
  editedBy: personName.nullable(),
  updatedAt: isoTimestamp,
});
export type RequirementView = z.input<typeof requirementView>;

const several = <T extends z.ZodType>(item: T) => listOf(item).optional();

export const listRequirementsInput = z.strictObject({
  opportunityId: z.uuid(),
  kind: several(z.enum(requirementKinds)),
  isMandatory: flag.optional(),
  obliged: z.enum(obligedParties).optional(),
  documentId: several(z.uuid()),
  section: z.string().max(600).optional(),
  /** Without it, those that stand. */
  state: several(z.enum(requirementStates)),
  /** Equal requirements of other documents are left out unless asked for. */
  withDuplicates: flag.default(true),
  isUnclear: flag.optional(),
  isStale: flag.optional(),
  text: z.string().trim().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(2000).default(500),
  cursor: z.string().max(200).optional(),
});
export type ListRequirementsInput = z.output<typeof listRequirementsInput>;

const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }));
export const listRequirementsOutput = z.object({
  /** In reading order: document after document, section after section. */
  requirements: z.array(requirementView),
  total: z.int(),
  facets: z.object({ kind: facet, mandatory: facet, document: facet, section: facet, state: facet }),
  nextCursor: z.string().nullable(),
});
export type ListRequirementsOutput = z.input<typeof listRequirementsOutput>;

const text = z.string().trim().min(1).max(10_000);
const changeable = {
  kind: z.enum(requirementKinds).optional(),
  isMandatory: z.boolean().optional(),
  obliged: z.enum(obligedParties).optional(),
  section: z.string().trim().max(600).optional(),
  note: z.string().trim().max(5000).nullable().optional(),
  due: z.string().trim().max(300).nullable().optional(),
  factorId: z.uuid().nullable().optional(),
};

export const editRequirementInput = z.strictObject({
  id: z.uuid(),
  /** The revision that the person saw; another one meanwhile is a conflict. */
  revision: z.int().optional(),
  text: text.optional(),
  ...changeable,
});
export type EditRequirementInput = z.output<typeof editRequirementInput>;

export const splitRequirementInput = z.strictObject({
  id: z.uuid(),
  parts: z
    .array(z.strictObject({ text, kind: z.enum(requirementKinds).optional(), isMandatory: z.boolean().optional() }))
    .min(2)
    .max(20),
});
export type SplitRequirementInput = z.output<typeof splitRequirementInput>;

export const mergeRequirementsInput = z.strictObject({
  /** The first one stays and takes the others in. */
  ids: z.array(z.uuid()).min(2).max(20),
  text: text.optional(),
});
export type MergeRequirementsInput = z.output<typeof mergeRequirementsInput>;

export const addRequirementInput = z.strictObject({
  opportunityId: z.uuid(),
  text: text.optional(),
  kind: z.enum(requirementKinds).default("service"),
  isMandatory: z.boolean().default(true),
  obliged: z.enum(obligedParties).default("contractor"),
  section: z.string().trim().max(600).optional(),
  note: z.string().trim().max(5000).optional(),
  /** A selection in a document; its words become the text unless another is given. */
  place: z
    .strictObject({
      documentId: z.uuid(),
      renditionId: z.uuid().optional(),
      start: z.int().min(0),
      end: z.int().min(1),
    })
    .optional(),
  /** The requirement behind which it stands. */
  afterId: z.uuid().optional(),
});
export type AddRequirementInput = z.output<typeof addRequirementInput>;

export const dropRequirementsInput = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(500),
  note: z.string().trim().max(1000).optional(),
});
export type DropRequirementsInput = z.output<typeof dropRequirementsInput>;

export const moveRequirementInput = z.strictObject({
  id: z.uuid(),
  /** The one behind which it goes; null: to the top. */
  afterId: z.uuid().nullable(),
});
export type MoveRequirementInput = z.output<typeof moveRequirementInput>;

export const undoRequirementsInput = z.strictObject({ opportunityId: z.uuid(), batchId: z.uuid() });
export type UndoRequirementsInput = z.output<typeof undoRequirementsInput>;

/** What a deed did, and the batch by which it is taken back. */
export const requirementDeed = z.object({ batchId: z.uuid(), requirements: z.array(requirementView) });
export type RequirementDeed = z.input<typeof requirementDeed>;

export const listProposalsInput = z.strictObject({ opportunityId: z.uuid() });
export const proposalView = z.object({
  id: z.uuid(),
  what: z.enum(proposalKinds),
  /** Why, in the model's words. */
  reason: z.string(),
  model: z.string(),
  /** Literally in the document, at this place; nothing without it is shown. */
  quote: z.string(),
  document: z.object({ id: z.uuid(), title: z.string() }),
  renditionId: z.uuid(),
  start: z.int(),
  end: z.int(),
  page: z.int().nullable(),
  /** What it is about; of a merge the first one stays. Empty: a requirement that was missed. */
  requirements: z.array(
    z.object({
      id: z.uuid(),
      label: z.string(),
      text: z.string(),
      kind: z.enum(requirementKinds),
      isMandatory: z.boolean(),
    }),
  ),
  proposed: z.object({
    text: z.string().nullable(),
    kind: z.enum(requirementKinds).nullable(),
    isMandatory: z.boolean().nullable(),
    obliged: z.enum(obligedParties).nullable(),
  }),
  createdAt: isoTimestamp,
});
export type ProposalView = z.input<typeof proposalView>;
export const listProposalsOutput = z.object({
  /** Open ones, in reading order. */
  proposals: z.array(proposalView),
  /** The model that would be asked; null: the workspace has none, and nothing of this is shown. */
  model: z.string().nullable(),
  /** What its last look came to; null: it has not looked yet. */
  refinement: z
    .object({
      state: z.enum(["running", "done", "failed"]),
      documents: z.int(),
      asked: z.int(),
      unanswered: z.int(),
      reason: z.string().nullable(),
      proposed: z.int(),
      /** Not shown: their words do not stand in the document, or they say nothing new. */
      dropped: z.int(),
      at: isoTimestamp,
    })
    .nullable(),
});
export type ListProposalsOutput = z.input<typeof listProposalsOutput>;
export const decideProposalInput = z.strictObject({ id: z.uuid(), isAccepted: z.boolean() });
export type DecideProposalInput = z.output<typeof decideProposalInput>;

export const explanation = z.object({
  /** Plain words; each sentence of a model has passed the gate against the quote. */
  sentences: z.array(z.string()).min(1),
  engine: z.enum(engines),
  model: z.string().nullable(),
  citation: citationView.nullable(),
});
export type Explanation = z.input<typeof explanation>;

export const requirementHistory = z.object({
  revisions: z.array(
    z.object({
      id: z.uuid(),
      requirementId: z.uuid(),
      batchId: z.uuid(),
      deed: z.string(),
      revision: z.int(),
      before: z.record(z.string(), z.unknown()).nullable(),
      after: z.record(z.string(), z.unknown()),
      by: personName.nullable(),
      createdAt: isoTimestamp,
    }),
  ),
});
export type RequirementHistory = z.input<typeof requirementHistory>;

export const exportRequirementsInput = z.strictObject({
  opportunityId: z.uuid(),
  state: several(z.enum(requirementStates)),
  format: z.enum(tableFormats).default("csv"),
});
export type ExportRequirementsInput = z.output<typeof exportRequirementsInput>;
/** `text` of a CSV file, `base64` of a workbook. */
export const exportedFile = z.object({
  fileName: z.string(),
  mime: z.string(),
  text: z.string().nullable(),
  base64: z.string().nullable(),
});
