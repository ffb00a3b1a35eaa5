export type { SearchFilters } from "./catalogue";
export { type Embedder, useEmbedders } from "./embedder";
export { type ChunkInput, type IndexChunksInput, indexChunks, unindexDocument, unindexSnapshot } from "./index-chunks";
export { detectLanguage, type Language } from "./language";
export { type Facet, type SearchAnswer, type SearchInput, type SearchResult, search } from "./search";
