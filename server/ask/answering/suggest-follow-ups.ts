import type { SourceDocument } from "@/server/knowledge/writing";
import type { FoundPassage } from "../plan";

/** Up to three further questions, from the headings that stand next to the passages of the answer. */
export function suggestFollowUps(question: string, sources: SourceDocument[], passages: FoundPassage[]): string[] {
  const asked = question.toLowerCase();
  const suggestions = new Set<string>();
  for (const passage of passages) {
    const source = sources.find((candidate) => candidate.renditionId === passage.renditionId);
    if (!source) continue;
    const { units, text } = source.prepared;
    const headings = units.filter((unit) => unit.kind === "heading");
    const next = headings.find((heading) => heading.start >= passage.end);
    const label = next
      ? text
          .slice(next.start, next.end)
          .replace(/^[\d.\s()]+/, "")
          .trim()
      : "";
    const words = label.split(/\s+/).length;
    if (words < 2 || words > 8 || /[?:]$/.test(label) || asked.includes(label.toLowerCase())) continue;
    suggestions.add(`What is said under “${label}”?`);
    if (suggestions.size >= 3) break;
  }
  return [...suggestions];
}
