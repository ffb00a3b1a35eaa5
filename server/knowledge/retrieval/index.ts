/**
 * Retrieval: finds chunks by words and by vectors among what the person may see, and keeps the index that this needs. Postings and vectors
 * are written in the transaction that makes a version current.
 */
export type { SearchFilters } from "./catalogue";
export { type CompactionCursor, compactPostings, needsCompaction } from "./compact-postings";
export { chooseEmbedders, type Embedder } from "./embedder";
export { type ChunkPlace, findPlaces } from "./find-places";
export { fitEmbeddings, foldEmbeddings, prepareEmbeddings, switchEmbeddings } from "./fit-embeddings";
export { type ChunkInput, type IndexChunksInput, indexChunks, unindexDocument } from "./index-chunks";
export { type Facet, type SearchAnswer, type SearchInput, type SearchResult, search } from "./search";
