import { env, usesInngest } from "@/lib/env";

export interface Part {
  name: string;
  state: "default" | "configured";
  uses: string;
  note: string;
}

/** Which choice each part of the installation runs on, from the environment; no addresses, no secrets. For `doctor` and the System page. */
export function describeParts(): Part[] {
  return [
    choose("Records", env.DATABASE_URL, "Postgres", "PGlite in the data folder", {
      configured: "Several processes may share it.",
      fallback: "One process only, safe against crashes but not against power loss. Set DATABASE_URL to grow.",
    }),
    choose("Jobs", usesInngest, "Inngest", "the embedded engine", {
      configured: "Runs are kept and shown by the Inngest server.",
      fallback: "Durable in the same database. Set INNGEST_SIGNING_KEY and INNGEST_EVENT_KEY to hand jobs over.",
    }),
    choose("Cache, limits, live messages", env.UPSTASH_REDIS_REST_URL, "Redis", "this process", {
      configured: "Shared by all processes.",
      fallback: "Right for one process. Several need UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN.",
    }),
    choose("Files", env.STORAGE_URL, "S3-compatible store", "the data folder", {
      configured: "Shared by all processes.",
      fallback: "Back the folder up together with the records. Set STORAGE_URL to move them out.",
    }),
    choose("Language model", env.AI_MODEL, env.AI_MODEL ?? "", "none: answers are extractive", {
      configured: "Workspaces may choose another in Settings.",
      fallback: "Answers quote the documents' own words. Set AI_MODEL and a provider's key to have them written up.",
    }),
    choose("Embeddings", env.EMBEDDING_MODEL, env.EMBEDDING_MODEL ?? "", "learned from each workspace's own text", {
      configured: "Texts are sent to that endpoint.",
      fallback: "Nothing leaves this machine. EMBEDDING_MODEL names a provider or local endpoint.",
    }),
    choose("Mail", env.SMTP_URL, "SMTP", "the outbox page", {
      configured: "Invitations and resets are sent.",
      fallback: "Nobody gets mail: hand on what stands in Settings → Outbox, or set SMTP_URL.",
    }),
  ];
}

function choose(
  name: string,
  isConfigured: unknown,
  configured: string,
  fallback: string,
  notes: { configured: string; fallback: string },
): Part {
  return isConfigured
    ? { name, state: "configured", uses: configured, note: notes.configured }
    : { name, state: "default", uses: fallback, note: notes.fallback };
}
