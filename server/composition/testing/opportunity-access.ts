import { newId } from "@/lib/ids";
import type { Permission } from "@/lib/vocabulary/workspaces";

/** Who may call what of opportunities, their notices, requirements and amendments: the part of the access matrix that is theirs. */
export const opportunityAccess: Record<string, { rule: Permission; input: () => unknown }> = {
  "opportunities.list": { rule: "opportunities:read", input: () => ({}) },
  "opportunities.board": { rule: "opportunities:read", input: () => ({}) },
  "opportunities.facets": { rule: "opportunities:read", input: () => ({}) },
  "opportunities.get": { rule: "opportunities:read", input: () => ({ id: newId() }) },
  "opportunities.similar": { rule: "opportunities:read", input: () => ({ id: newId() }) },
  "opportunities.create": { rule: "opportunities:write", input: () => ({ title: "By hand" }) },
  "opportunities.beginImport": { rule: "opportunities:write", input: () => ({ name: "Lifts.zip" }) },
  "opportunities.importTender": { rule: "opportunities:write", input: () => ({ collectionId: newId() }) },
  "opportunities.previewTable": {
    rule: "opportunities:write",
    input: () => ({ fileName: "a.csv", base64: Buffer.from("Title\nLifts\n").toString("base64") }),
  },
  "opportunities.importTable": {
    rule: "opportunities:write",
    input: () => ({ fileName: "a.csv", base64: Buffer.from("Title,Buyer\nLifts,Port\n").toString("base64") }),
  },
  "opportunities.importProgress": { rule: "opportunities:read", input: () => ({ id: newId() }) },
  "opportunities.cancelImport": { rule: "opportunities:write", input: () => ({ id: newId() }) },
  "opportunities.readAgain": { rule: "opportunities:write", input: () => ({ id: newId() }) },
  "opportunities.update": { rule: "opportunities:write", input: () => ({ id: newId(), tags: [] }) },
  "opportunities.decideDeadline": {
    rule: "opportunities:write",
    input: () => ({ opportunityId: newId(), kind: "submission", statementId: null }),
  },
  "opportunities.updateMany": { rule: "opportunities:write", input: () => ({ ids: [newId()], isArchived: true }) },
  "opportunities.setVisibility": {
    rule: "opportunities:write",
    input: () => ({ id: newId(), visibility: "restricted" }),
  },
  "opportunities.prepareUpload": { rule: "opportunities:write", input: () => ({ id: newId() }) },
  "opportunities.addDocuments": {
    rule: "opportunities:write",
    input: () => ({ id: newId(), documentIds: [newId()] }),
  },
  "opportunities.removeDocuments": {
    rule: "opportunities:write",
    input: () => ({ id: newId(), documentIds: [newId()] }),
  },
  "opportunities.setDocumentRole": {
    rule: "opportunities:write",
    input: () => ({ id: newId(), documentId: newId(), role: "terms" }),
  },
  "opportunities.merge": { rule: "opportunities:write", input: () => ({ fromId: newId(), intoId: newId() }) },
  "opportunities.unmerge": { rule: "opportunities:write", input: () => ({ id: newId() }) },
  "opportunities.splitNotice": { rule: "opportunities:write", input: () => ({ noticeId: newId() }) },
  "opportunities.watch": { rule: "opportunities:read", input: () => ({ id: newId(), isWatching: true }) },
  "requirements.list": { rule: "opportunities:read", input: () => ({ opportunityId: newId() }) },
  "requirements.history": { rule: "opportunities:read", input: () => ({ id: newId() }) },
  "requirements.export": { rule: "opportunities:read", input: () => ({ opportunityId: newId() }) },
  "requirements.proposals": { rule: "opportunities:read", input: () => ({ opportunityId: newId() }) },
  "requirements.decideProposal": { rule: "opportunities:write", input: () => ({ id: newId(), isAccepted: true }) },
  "requirements.refine": { rule: "opportunities:write", input: () => ({ opportunityId: newId() }) },
  "requirements.explain": { rule: "opportunities:read", input: () => ({ id: newId() }) },
  "requirements.edit": { rule: "opportunities:write", input: () => ({ id: newId(), text: "Shall." }) },
  "requirements.split": {
    rule: "opportunities:write",
    input: () => ({ id: newId(), parts: [{ text: "Shall." }, { text: "Must." }] }),
  },
  "requirements.merge": { rule: "opportunities:write", input: () => ({ ids: [newId(), newId()] }) },
  "requirements.add": { rule: "opportunities:write", input: () => ({ opportunityId: newId(), text: "Shall." }) },
  "requirements.drop": { rule: "opportunities:write", input: () => ({ ids: [newId()] }) },
  "requirements.move": { rule: "opportunities:write", input: () => ({ id: newId(), afterId: null }) },
  "requirements.undo": { rule: "opportunities:write", input: () => ({ opportunityId: newId(), batchId: newId() }) },
  "reopened.confirm": {
    rule: "opportunities:write",
    input: () => ({ opportunityId: newId(), kind: "requirement", id: newId() }),
  },
  "amendments.list": { rule: "opportunities:read", input: () => ({}) },
  "amendments.approve": { rule: "opportunities:write", input: () => ({ id: newId() }) },
  "amendments.compare": {
    rule: "opportunities:read",
    input: () => ({ before: { documentId: newId() }, after: { documentId: newId() } }),
  },
  "amendments.get": { rule: "opportunities:read", input: () => ({ id: newId() }) },
  "notices.paste": { rule: "opportunities:write", input: () => ({ text: "Lamps for the park" }) },
};
