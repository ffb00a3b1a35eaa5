import { cn } from "@/components/ui/class-names";
import { percent } from "../value-words";

interface FitBarProps {
  score: number;
  low: number | null;
  high: number | null;
  label: string;
  isLarge?: boolean;
}

/** A share with the range in which it may lie, as SVG: widths are data, and the page's policy refuses style attributes. */
export function FitBar({ score, low, high, label, isLarge }: FitBarProps) {
  const hasRange = low !== null && high !== null && high - low > 0.01;
  return (
    <svg
      role="img"
      aria-label={`${label}: ${percent(score)}${hasRange ? `, between ${percent(low)} and ${percent(high)}` : ""}`}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      className={cn("w-full rounded-sm bg-hover", isLarge ? "h-3" : "h-2")}
    >
      {hasRange ? (
        <rect x={low * 100} width={(high - low) * 100} height="8" className="fill-accent opacity-30" />
      ) : null}
      <rect x="0" y="2" width={score * 100} height="4" className="fill-accent" />
      {hasRange ? (
        <>
          <rect x={low * 100 - 0.2} width="0.4" height="8" className="fill-accent" />
          <rect x={high * 100 - 0.2} width="0.4" height="8" className="fill-accent" />
        </>
      ) : null}
    </svg>
  );
}
