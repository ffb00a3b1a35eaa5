import type { PlannedTask, UnderstoodQuery } from "../plan";

export interface KnownDocument {
  id: string;
  title: string;
  path: string;
}

/**
 * Which tools answer a question, by rules. Documents that the question names are read by themselves; a comparison of two or more
 * named documents asks each of them; everything else is one search of the whole scope.
 */
export function planTasks(query: UnderstoodQuery, known: KnownDocument[]): PlannedTask[] {
  const base = { question: query.question, documentIds: [] as string[], dependsOn: [] as string[] };
  if (query.intent === "documents") return [{ ...base, id: "documents", tool: "listDocuments" }];
  const named = namedDocuments(query.question, known);
  const search: PlannedTask = { ...base, id: "search", tool: "searchKnowledge" };
  if (query.intent === "comparison" && named.length >= 2) {
    return [
      { ...base, id: "compare", tool: "compareDocuments", documentIds: named.slice(0, 4).map((d) => d.id) },
      search,
    ];
  }
  if (named.length > 0 && named.length <= 3) {
    const reads = named.map(
      (document, index): PlannedTask => ({
        ...base,
        id: `read-${index + 1}`,
        tool: "readDocument",
        documentIds: [document.id],
      }),
    );
    return [...reads, search];
  }
  return [search];
}

/** Documents whose file name or title stands in the question word for word. */
export function namedDocuments(question: string, known: KnownDocument[]): KnownDocument[] {
  const asked = ` ${fold(question)} `;
  return known.filter((document) => {
    const names = [document.title, document.path.slice(document.path.lastIndexOf("/") + 1)];
    return names.some((name) => {
      const folded = fold(name);
      const bare = fold(name.replace(/\.[a-z0-9]{2,5}$/i, ""));
      return [folded, bare].some((form) => form.length >= 6 && /\s|\./.test(form) && asked.includes(` ${form} `));
    });
  });
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, " ")
    .trim();
}
