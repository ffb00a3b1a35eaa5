import { fileNameOf } from "@/lib/file-name";
import type { CitationView, SentenceView } from "./ask-types";

export type CitedTender = NonNullable<CitationView["tender"]>;

/** Where a sentence comes from, as a person calls it: the tender whose papers it stands in, or else the document. */
export interface SentenceSource {
  key: string;
  label: string;
  tender: CitedTender | null;
}

/** The sources of one sentence, each once, in the order of its citations. */
export function sourcesOf(sentence: SentenceView, byNumber: ReadonlyMap<number, CitationView>): SentenceSource[] {
  const found = new Map<string, SentenceSource>();
  for (const n of sentence.citations) {
    const citation = byNumber.get(n);
    if (!citation) continue;
    const source = sourceOf(citation);
    if (!found.has(source.key)) found.set(source.key, source);
  }
  return [...found.values()];
}

/** The sources of all sentences, each once. One is said once under the answer; several are said at every sentence. */
export function allSources(
  sentences: readonly SentenceView[],
  byNumber: ReadonlyMap<number, CitationView>,
): SentenceSource[] {
  const all = sentences.flatMap((sentence) => sourcesOf(sentence, byNumber));
  return [...new Map(all.map((source) => [source.key, source])).values()];
}

function sourceOf(citation: CitationView): SentenceSource {
  const { tender, title, path, documentId } = citation;
  if (tender) return { key: tender.id, label: tender.title, tender };
  // Pages of one site often bear the same title; the end of their address tells them apart.
  const fileName = fileNameOf(path);
  const label = title === fileName || fileName === "" ? title : `${title} (${fileName})`;
  return { key: documentId, label, tender: null };
}
