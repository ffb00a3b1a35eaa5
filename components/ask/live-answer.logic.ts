import type { CitationView, SentenceView, StreamEventView } from "./ask-types";

/** What a screen knows of an answer that is being written, from its events alone. */
export interface LiveAnswer {
  /** The last event taken in; older ones are ignored, so that an event told twice changes nothing. */
  seq: number;
  phase: string | null;
  sentences: SentenceView[];
  citations: CitationView[];
  isOver: boolean;
}

export const nothingYet: LiveAnswer = { seq: 0, phase: null, sentences: [], citations: [], isOver: false };

/** Takes in events in their order. A `rewind` takes back what an attempt that broke off had written. */
export function takeEvents(answer: LiveAnswer, events: readonly StreamEventView[]): LiveAnswer {
  let state = answer;
  for (const event of events) {
    if (event.seq > state.seq) state = { ...takeEvent(state, event), seq: event.seq };
  }
  return state;
}

function takeEvent(state: LiveAnswer, event: StreamEventView): LiveAnswer {
  switch (event.type) {
    case "rewind":
      return { ...state, sentences: [], citations: [] };
    case "phase":
      return { ...state, phase: String(event.data.name) };
    case "source":
      return { ...state, phase: "answer", citations: [...state.citations, citationOf(event.data)] };
    case "sentence":
      return { ...state, phase: "answer", sentences: [...state.sentences, sentenceOf(event.data)] };
    default:
      return { ...state, isOver: true };
  }
}

// The server writes these events with exactly these fields (server/ask/answering/record-sentences.ts).
function citationOf(data: Record<string, unknown>): CitationView {
  const source = data as unknown as CitationView;
  return {
    ...source,
    tender: source.tender ?? null,
    revision: source.revision ?? 1,
    fetchedAt: source.fetchedAt ?? "",
    freshness: "current",
    after: null,
  };
}

function sentenceOf(data: Record<string, unknown>): SentenceView {
  return { ...(data as unknown as SentenceView), freshness: "current" };
}
