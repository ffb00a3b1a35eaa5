import { cn } from "./class-names";

/** Keys as people read them: "⌘ K", "g l". */
export function Kbd({ keys, isInverse = false }: { keys: string; isInverse?: boolean }) {
  return (
    <span className="inline-flex gap-0.5">
      {keys.split(" ").map((key) => (
        <kbd
          key={key}
          className={cn(
            "inline-flex h-5 min-w-5 items-center justify-center rounded-sm border px-1 font-sans text-xs",
            isInverse ? "border-current opacity-80" : "border-strong bg-sunken text-muted",
          )}
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
