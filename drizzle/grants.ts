type Privilege = "select" | "insert" | "update" | "delete";
const all: Privilege[] = ["select", "insert", "update", "delete"];

/**
 * What each role may do with each table; a table that is missing here can be used by nobody, and a test says so.
 * `app` works for people, one workspace at a time. `system` works for the installation.
 */
export const grants: Record<string, { app?: Privilege[]; system?: Privilege[] }> = {
  users: { system: all },
  sessions: { system: all },
  auth_tokens: { system: all },
  // Inserting is held to one row by its policy: the workspace that the transaction runs for.
  workspaces: { app: ["select", "insert", "update", "delete"], system: ["select", "insert", "update"] },
  members: { app: all, system: all },
  invitations: { app: all, system: ["select", "update"] },
  api_keys: { app: all, system: ["select", "update"] },
  // Append only, for everybody.
  audit_events: { app: ["select", "insert"], system: ["select", "insert"] },
  outbox: { app: ["insert"], system: all },
  mail_outbox: { system: all },
  idempotency_keys: { app: all },
  collections: { app: all },
  collection_members: { app: all },
  documents: { app: all },
  snapshots: { app: all },
  chunks: { app: all },
  search_indexes: { app: all },
  indexed_snapshots: { app: all },
  posting_blocks: { app: all },
  posting_lengths: { app: all },
  embedding_models: { app: all },
  term_vectors: { app: all },
  chunk_vectors: { app: all },
  renditions: { app: all },
  evidence: { app: all },
  dependents: { app: all },
  conversations: { app: all },
  queries: { app: all },
  answer_sentences: { app: all },
  citations: { app: all },
  tool_calls: { app: all },
  query_feedback: { app: all },
  stream_events: { app: ["select", "insert", "delete"] },
  tool_contexts: { app: all },
  model_settings: { app: all },
  usage_entries: { app: ["select", "insert", "update"] },
  // The embedded job engine keeps its own schema; people reach it only through verbs.
  "jobs.events": { system: all },
  "jobs.runs": { system: all },
  "jobs.steps": { system: all },
  "jobs.queue": { system: all },
  "jobs.pauses": { system: all },
  "jobs.schedules": { system: all },
  "jobs.dead_letters": { system: all },
};
