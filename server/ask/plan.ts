import { z } from "zod";
import { queryTools } from "@/lib/vocabulary/ask";

/** One use of a tool. Tasks whose `dependsOn` are done run side by side. */
export const plannedTask = z.object({
  id: z.string().max(40),
  tool: z.enum(queryTools),
  question: z.string(),
  documentIds: z.array(z.uuid()).default([]),
  dependsOn: z.array(z.string()).default([]),
});
export type PlannedTask = z.output<typeof plannedTask>;

/** What a question asks for, freed from what came before it in the conversation. */
export interface UnderstoodQuery {
  question: string;
  isFollowUp: boolean;
  /** "documents": which documents there are; "comparison": how documents differ; else an answer from their text. */
  intent: "answer" | "documents" | "comparison";
}

/** A passage that a tool found: literal, at its place in a rendition. */
export interface FoundPassage {
  documentId: string;
  snapshotId: string;
  renditionId: string;
  title: string;
  path: string;
  page: number | null;
  start: number;
  end: number;
  quote: string;
}

/** The same for passages at the same place, whichever tool found them. */
export function placeOf({ renditionId, start, end }: FoundPassage): string {
  return `${renditionId} ${start} ${end}`;
}

/** A sentence that wants to become part of an answer, with the passages that it claims to rest on. */
export interface DraftSentence {
  text: string;
  citations: FoundPassage[];
  /** Shown apart, as something that may matter too: another sentence answers the question with far more confidence. */
  isAside?: boolean;
}

export const maxTasks = 6;
export const maxReflections = 3;
