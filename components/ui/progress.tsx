import { cn } from "./class-names";

interface ProgressProps {
  /** What is under way, read aloud. */
  label: string;
  /** 0 to 1; null while the end is not known. */
  value: number | null;
  meaning?: "accent" | "ok" | "danger" | "attention";
  className?: string;
}

const fills = { accent: "fill-accent", ok: "fill-ok", danger: "fill-danger", attention: "fill-attention" };

/** Drawn as SVG because its width is data, and the page's policy refuses style attributes. */
export function Progress({ label, value, meaning = "accent", className }: ProgressProps) {
  const share = value === null ? null : Math.min(1, Math.max(0, value));
  return (
    <svg
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className={cn("h-1 w-full overflow-hidden rounded-sm bg-hover", className)}
    >
      {/* Without an end in sight it is pale all along: a part of it would say how much is done. */}
      <rect
        width={share === null ? 100 : share * 100}
        height="4"
        className={cn(fills[meaning], share === null && "animate-pulse opacity-40")}
      />
    </svg>
  );
}
