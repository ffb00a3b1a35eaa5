import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/composition/router";

type Ask = inferRouterOutputs<AppRouter>["ask"];

export type QueryView = Ask["get"];
export type SentenceView = QueryView["sentences"][number];
export type CitationView = QueryView["citations"][number];
export type PassageView = QueryView["nearest"][number];
export type StreamEventView = Ask["events"]["events"][number];
export type ConversationView = Ask["conversations"]["conversations"][number];

/** A place in a document that the reader wants to look at. */
export interface OpenPassage {
  documentId: string;
  renditionId: string;
  title: string;
  start: number;
  end: number;
}
