import { reasonWords } from "@/components/models/model-words";
import type { Phase } from "@/lib/vocabulary/ask";
import type { QueryView } from "./ask-types";

const toolWords = {
  searchKnowledge: "Searched the library",
  readDocument: "Read a document",
  listDocuments: "Listed the documents",
  compareDocuments: "Compared documents",
} as const;

const phaseWords: Record<Phase, string> = {
  understand: "reading the question",
  plan: "choosing where to look",
  execute: "looking",
  reflect: "checking what was found",
  answer: "answering",
};

/** How the answer came about: phases, tools, time, cost, and results of an earlier search that were used again. */
export function AnswerDetails({ query }: { query: QueryView }) {
  const totalMs = query.phases.reduce((sum, phase) => sum + phase.ms, 0);
  return (
    <details className="text-sm text-muted">
      <summary className="cursor-pointer select-none">
        How this was found: {query.toolCalls.length} {query.toolCalls.length === 1 ? "look-up" : "look-ups"},{" "}
        {seconds(totalMs)}
      </summary>
      <div className="mt-2 flex flex-col gap-2 border-l border-subtle pl-3">
        <p className="tabular-nums">
          {query.phases.map((phase) => `${phaseWords[phase.name]} ${seconds(phase.ms)}`).join(" · ")}
        </p>
        <ul className="flex flex-col gap-1">
          {query.toolCalls.map((call) => (
            <li key={call.taskId} className="wrap-anywhere">
              {toolWords[call.tool]}: {call.summary}
              {call.cacheAgeMs === null ? "" : ` (from ${age(call.cacheAgeMs)} ago)`}
            </li>
          ))}
        </ul>
        {query.fallbackReason ? (
          <p>
            The language model was not used:{" "}
            {reasonWords[query.fallbackReason as keyof typeof reasonWords] ?? query.fallbackReason}
          </p>
        ) : null}
        {query.usage ? (
          <p className="tabular-nums">
            {query.usage.calls} model calls, {query.usage.inputTokens + query.usage.outputTokens} tokens, $
            {(query.usage.costMicros / 1_000_000).toFixed(4)}
          </p>
        ) : null}
      </div>
    </details>
  );
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 0)} s`;
}

function age(ms: number): string {
  return ms < 60_000 ? `${Math.max(1, Math.round(ms / 1000))} s` : `${Math.round(ms / 60_000)} min`;
}
