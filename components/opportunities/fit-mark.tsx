import { Ban } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Progress } from "@/components/ui/progress";
import { percent } from "./value-words";

/** How well it fits, as far as that is known; a blocker is said instead of a score. */
export function FitMark({ score, hasBlocker }: { score: number | null; hasBlocker: boolean }) {
  if (hasBlocker) {
    return (
      <Badge meaning="danger">
        <Ban aria-hidden /> Blocked
      </Badge>
    );
  }
  if (score === null) return <span className="text-subtle max-sm:hidden">unknown</span>;
  return (
    <span className="inline-flex w-full items-center gap-2">
      <Progress label={`Fit ${percent(score)}`} value={score} className="max-w-10 max-sm:hidden" />
      <span className="tabular-nums">
        <span className="sm:hidden">Fit </span>
        {percent(score)}
      </span>
    </span>
  );
}
