import { cn } from "@/components/ui/class-names";
import type { Severity } from "@/lib/vocabulary/sources";
import { severityWords } from "./change-words";

const fills: Record<Severity, string> = {
  low: "border border-control",
  medium: "bg-attention",
  high: "bg-danger",
};

/** A dot and its word: the colour alone would tell nothing to many. */
export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className={cn("size-2.5 shrink-0 rounded-full", fills[severity])} aria-hidden />
      {severityWords[severity]}
    </span>
  );
}
