import { newId } from "@/lib/ids";
import type { Permission } from "@/lib/vocabulary/workspaces";

const byId = () => ({ id: newId() });
const nothing = () => ({});

/** Who may call what of documents, search, questions, models and jobs: the part of the access matrix that is theirs. */
export const knowledgeAccess: Record<
  string,
  { rule: "anybody" | "operator" | "member" | Permission; input?: () => unknown }
> = {
  "documents.list": { rule: "documents:read", input: nothing },
  "documents.get": { rule: "documents:read", input: byId },
  "documents.rendition": { rule: "documents:read", input: () => ({ documentId: newId() }) },
  "documents.paste": {
    rule: "documents:write",
    input: () => ({ title: `Pasted ${newId().slice(-6)}`, text: newId() }),
  },
  "documents.update": { rule: "documents:write", input: () => ({ ...byId(), title: "Other" }) },
  "documents.remove": { rule: "documents:delete", input: byId },
  "documents.cancelReading": { rule: "documents:write", input: () => ({ snapshotId: newId() }) },
  "documents.retryReading": { rule: "documents:write", input: () => ({ snapshotId: newId() }) },
  "collections.list": { rule: "documents:read", input: nothing },
  "collections.create": { rule: "collections:manage", input: () => ({ name: `Shelf ${newId().slice(-6)}` }) },
  "collections.update": { rule: "collections:manage", input: () => ({ ...byId(), name: "Other" }) },
  "collections.remove": { rule: "collections:manage", input: byId },
  "search.query": { rule: "search:read", input: () => ({ text: "harbour" }) },
  "search.similar": { rule: "search:read", input: () => ({ chunkId: newId() }) },
  "ask.ask": { rule: "ask:write", input: () => ({ question: "When is the offer due?" }) },
  "ask.get": { rule: "ask:read", input: byId },
  "ask.cancel": { rule: "ask:write", input: byId },
  "ask.feedback": { rule: "ask:read", input: () => ({ queryId: newId(), kind: "useful" }) },
  "ask.suggestions": { rule: "ask:read", input: nothing },
  "ask.changed": { rule: "ask:read", input: nothing },
  "ask.conversations": { rule: "ask:read", input: nothing },
  "ask.conversation": { rule: "ask:read", input: byId },
  "ask.updateConversation": { rule: "ask:write", input: () => ({ ...byId(), title: "Other" }) },
  "ask.deleteConversation": { rule: "ask:write", input: byId },
  "ask.events": { rule: "ask:read", input: byId },
  "ask.follow": { rule: "ask:read", input: byId },
  "models.engine": { rule: "member", input: nothing },
  "models.settings": { rule: "models:manage", input: nothing },
  "models.updateSettings": { rule: "models:manage", input: () => ({ isEnabled: true }) },
  "models.testConnection": { rule: "models:manage", input: nothing },
  "models.usage": { rule: "models:manage", input: nothing },
  "jobs.list": { rule: "jobs:read", input: nothing },
  "jobs.deadLetters": { rule: "jobs:read", input: nothing },
  "jobs.replay": { rule: "jobs:manage", input: byId },
  "jobs.cancel": { rule: "jobs:manage", input: byId },
  "system.ping": { rule: "anybody" },
  "system.parts": { rule: "operator" },
  "system.jobs": { rule: "operator" },
  "system.deadLetters": { rule: "operator" },
  "system.replay": { rule: "operator", input: () => ({ id: "none" }) },
};
