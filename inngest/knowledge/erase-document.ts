import { clearErasedWords, forgetDocument } from "@/server/ask";
import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { documentDeleted } from "@/server/jobs/events";
import { eraseDocument } from "@/server/knowledge/documents";
import { resolveJobContext } from "@/server/workspaces";

/** Bytes and text of a removed document go, also from what was answered; what rested on it is marked unsupported. */
export const eraseDeletedDocument = inngest.createFunction(
  { id: "erase-document", triggers: [documentDeleted], retries: 4 },
  async ({ event, step, runId }) => {
    const { documentId } = event.data;
    // The person may leave the workspace before this runs; the workspace itself still wants it gone.
    const asWorkspace = () => resolveJobContext({ data: { ...event.data, userId: null } }, runId);
    await step.run("erase", () => asJob(async () => eraseDocument(await asWorkspace(), documentId)));
    await step.run("forget", () => asJob(async () => forgetDocument(await asWorkspace(), documentId)));
    await step.run("clear-words", () => asJob(async () => clearErasedWords(await asWorkspace(), documentId)));
  },
);
