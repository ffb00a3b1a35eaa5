import { cn } from "./class-names";

/** Initials of a person or a workspace; pictures from elsewhere are not loaded. */
export function Avatar({
  name,
  isSquare = false,
  className,
}: {
  name: string;
  isSquare?: boolean;
  className?: string;
}) {
  return (
    <span
      aria-hidden
      // Drawn, not written: a button around it is named by its label, not by two letters.
      data-initials={initials(name)}
      className={cn(
        "inline-flex size-6 shrink-0 items-center justify-center bg-accent-soft text-xs font-semibold text-accent uppercase before:content-[attr(data-initials)]",
        isSquare ? "rounded-md" : "rounded-full",
        className,
      )}
    />
  );
}

function initials(name: string): string {
  const words = name.split(/[\s@._-]+/).filter(Boolean);
  return [words[0], words.length > 1 ? words[1] : ""].map((word) => [...(word ?? "")][0] ?? "").join("");
}
