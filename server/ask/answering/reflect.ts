import type { PlannedTask, UnderstoodQuery } from "../plan";
import type { ToolResult } from "../tools/run-tool";

/** What one look at the results decides: enough, or one more task. */
export type Reflection = { isEnough: true } | { isEnough: false; task: PlannedTask; reason: string };

/**
 * Whether the passages found are enough, by rules: an empty-handed search of named documents is widened to the whole scope once, and a
 * follow-up that found nothing in full is asked in its own words.
 */
export function reflect(
  query: UnderstoodQuery,
  asked: string,
  tasks: PlannedTask[],
  results: ToolResult[],
): Reflection {
  if (results.some((result) => result.passages.length > 0 || result.documents.length > 0)) return { isEnough: true };
  const base = { documentIds: [], dependsOn: tasks.map((task) => task.id) };
  const isWide = tasks.some((task) => task.tool === "searchKnowledge" && task.documentIds.length === 0);
  if (!isWide) {
    const task: PlannedTask = {
      ...base,
      id: `wider-${tasks.length}`,
      tool: "searchKnowledge",
      question: query.question,
    };
    return { isEnough: false, task, reason: "nothing in the documents that the question names" };
  }
  if (query.isFollowUp && !tasks.some((task) => task.question === asked)) {
    const task: PlannedTask = { ...base, id: `own-words-${tasks.length}`, tool: "searchKnowledge", question: asked };
    return { isEnough: false, task, reason: "nothing for the question joined with the one before it" };
  }
  return { isEnough: true };
}
