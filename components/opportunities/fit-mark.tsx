import { Ban } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Progress } from "@/components/ui/progress";
import { fitFactors } from "@/lib/vocabulary/opportunities";
import { percent } from "./value-words";

interface FitMarkProps {
  /** Null while too little is known. */
  score: number | null;
  known: number;
  hasBlocker: boolean;
  /** Says in words from how much the score comes; otherwise as "3/8". */
  isSpelled?: boolean;
}

/** How well it fits and from how much that is known; a blocker is said instead of a score, and too little known is said as such. */
export function FitMark({ score, known, hasBlocker, isSpelled }: FitMarkProps) {
  if (hasBlocker) {
    return (
      <Badge meaning="danger">
        <Ban aria-hidden /> Ruled out
      </Badge>
    );
  }
  const from = `from ${known} of ${fitFactors.length} factors`;
  if (score === null) {
    return (
      <span
        className="text-sm text-subtle"
        data-tooltip={`${known} of ${fitFactors.length} factors known. ${whatToDo}`}
      >
        {isSpelled ? (
          "Too little known"
        ) : (
          <>
            <span className="sm:hidden">Fit: too little known</span>
            <span className="max-sm:hidden">Too little known</span>
          </>
        )}
      </span>
    );
  }
  return (
    <span className="inline-flex w-full items-center gap-2" data-tooltip={isSpelled ? undefined : `Fit ${from}`}>
      <Progress label={`Fit ${percent(score)}, ${from}`} value={score} className="max-w-10 max-sm:hidden" />
      <span className="tabular-nums">
        {isSpelled ? null : <span className="sm:hidden">Fit </span>}
        {percent(score)}{" "}
        <span className="text-xs text-subtle">{isSpelled ? from : `${known}/${fitFactors.length}`}</span>
      </span>
    </span>
  );
}

/** The same in a few plain words, for a card. */
export function fitWords({ fitScore, fitKnown }: { fitScore: number | null; fitKnown: number }): string {
  if (fitScore === null) return "Fit: too little known";
  return `Fit ${percent(fitScore)} from ${fitKnown} of ${fitFactors.length}`;
}

const whatToDo = "Say what you do, and add past answers to the library.";
