import { type Catalogue, filterDocuments, type SearchFilters } from "./catalogue";
import { languageCode } from "./languages-packed";
import type { Lengths } from "./read-index";

/** What the person may see and the filters let through, decided per chunk number before anything is ranked. */
export function visibility(
  catalogue: Catalogue,
  lengths: Lengths,
  filters: SearchFilters,
): (number: number) => boolean {
  const passed = filterDocuments(catalogue, filters);
  const codes = filters.languages?.length ? new Set(filters.languages.map(languageCode)) : null;
  return (number) => {
    const document = catalogue.documentOf[number] ?? -1;
    if (document < 0 || lengths.lengths[number] === 0) return false;
    if (passed && passed[document] === 0) return false;
    return codes === null || codes.has(lengths.languages[number] as number);
  };
}

/** Whether the filters leave anything out. */
export function hasFilter(filters: SearchFilters): boolean {
  return Object.values(filters).some((value) => (Array.isArray(value) ? value.length > 0 : value !== undefined));
}
