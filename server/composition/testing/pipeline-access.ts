import { newId } from "@/lib/ids";
import type { Permission } from "@/lib/vocabulary/workspaces";

const ofSubject = () => ({ subjectKind: "opportunity", subjectId: newId() });
const ofOpportunity = () => ({ opportunityId: newId() });
const byId = () => ({ id: newId() });

/** Who may call what of the pipeline and of what people say and do about opportunities: the part of the access matrix that is theirs. */
export const pipelineAccess: Record<string, { rule: "member" | Permission; noKeys?: true; input: () => unknown }> = {
  "activities.list": { rule: "documents:read", input: ofSubject },
  "comments.list": { rule: "documents:read", input: ofSubject },
  "comments.add": { rule: "comments:write", input: () => ({ ...ofSubject(), body: "words" }) },
  "comments.edit": { rule: "comments:write", input: () => ({ ...byId(), body: "words" }) },
  "comments.remove": { rule: "comments:write", input: byId },
  "tasks.list": { rule: "documents:read", input: ofSubject },
  "tasks.mine": { rule: "documents:read", input: () => ({}) },
  "tasks.add": { rule: "comments:write", input: () => ({ ...ofSubject(), title: "work" }) },
  "tasks.update": { rule: "comments:write", input: () => ({ ...byId(), title: "work" }) },
  "tasks.move": { rule: "comments:write", input: () => ({ ...byId(), afterId: null }) },
  "tasks.remove": { rule: "comments:write", input: byId },
  "pipeline.stages": { rule: "opportunities:read", input: () => ({}) },
  "pipeline.addStage": { rule: "pipeline:manage", input: () => ({ name: `Stage ${newId().slice(-6)}` }) },
  "pipeline.renameStage": { rule: "pipeline:manage", input: () => ({ key: "no_such_stage", name: "Other" }) },
  "pipeline.reorderStages": { rule: "pipeline:manage", input: () => ({ keys: ["no_such_stage"] }) },
  "pipeline.removeStage": { rule: "pipeline:manage", input: () => ({ key: "no_such_stage", moveTo: "new" }) },
  "pipeline.move": { rule: "opportunities:write", input: () => ({ ...byId(), stage: "review" }) },
  "pipeline.setOutcome": { rule: "opportunities:write", input: () => ({ ...byId(), outcome: "won" }) },
  "pipeline.setOwner": { rule: "opportunities:write", input: () => ({ ...byId(), userId: null }) },
  "pipeline.watch": { rule: "opportunities:read", input: () => ({ ...byId(), isWatching: true }) },
  "pipeline.watchers": { rule: "opportunities:read", input: byId },
  "fit.get": { rule: "opportunities:read", input: ofOpportunity },
  "fit.compute": { rule: "opportunities:write", input: ofOpportunity },
  "fit.setWeight": { rule: "opportunities:write", input: () => ({ ...ofOpportunity(), factor: "value", weight: 1 }) },
  "fit.decide": { rule: "opportunities:decide", input: () => ({ ...ofOpportunity(), decision: "go" }) },
  "fit.decisions": { rule: "opportunities:read", input: ofOpportunity },
  "fit.profile": { rule: "opportunities:read", input: () => ({}) },
  "fit.updateProfile": { rule: "opportunities:write", input: () => ({ profile: { places: ["DE"] } }) },
  "fit.proposeProfile": { rule: "opportunities:write", input: () => ({}) },
  "savedSearches.list": { rule: "opportunities:read", input: () => ({}) },
  "savedSearches.save": { rule: "opportunities:read", input: () => ({ name: newId(), filters: {} }) },
  "savedSearches.update": { rule: "opportunities:read", input: () => ({ ...byId(), name: "x" }) },
  "savedSearches.remove": { rule: "opportunities:read", input: byId },
  "calendar.get": { rule: "opportunities:read", input: () => ({ from: "2031-05-01", to: "2031-05-31" }) },
  "calendar.export": { rule: "opportunities:read", input: () => ({}) },
  "calendar.exportOpportunities": { rule: "opportunities:read", input: () => ({}) },
  "calendar.feeds": { rule: "opportunities:read", input: () => ({}) },
  "calendar.createFeed": { rule: "opportunities:read", noKeys: true, input: () => ({}) },
  "calendar.revokeFeed": { rule: "opportunities:read", input: byId },
  "buyerQuestions.list": { rule: "opportunities:read", input: ofOpportunity },
  "buyerQuestions.draft": { rule: "opportunities:write", input: ofOpportunity },
  "buyerQuestions.add": { rule: "opportunities:write", input: () => ({ ...ofOpportunity(), text: "Why?" }) },
  "buyerQuestions.edit": { rule: "opportunities:write", input: () => ({ ...byId(), text: "Why?" }) },
  "buyerQuestions.markSent": { rule: "opportunities:write", input: () => ({ ids: [newId()] }) },
  "buyerQuestions.recordAnswer": { rule: "opportunities:write", input: () => ({ ...byId(), answer: "So." }) },
  "buyerQuestions.withdraw": { rule: "opportunities:write", input: byId },
  "buyerQuestions.export": { rule: "opportunities:read", input: () => ({ ...ofOpportunity(), format: "csv" }) },
};

export const pipelineRouters = [
  "activities",
  "comments",
  "tasks",
  "pipeline",
  "fit",
  "savedSearches",
  "calendar",
  "buyerQuestions",
];
