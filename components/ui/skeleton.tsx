import { cn } from "./class-names";

/** Give it the size of what will stand there. */
export function Skeleton({ className }: { className?: string }) {
  return <span className={cn("block animate-pulse rounded-sm bg-hover", className)} aria-hidden />;
}

/** A list on its way, in its final shape. */
export function SkeletonRows({ rows = 8 }: { rows?: number }) {
  return (
    <div role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={row} className="flex h-row items-center gap-4 border-b border-subtle px-3">
          <Skeleton className="size-4" />
          <Skeleton className="h-3.5 w-2/5" />
          <Skeleton className="ml-auto h-3.5 w-16" />
          <Skeleton className="h-3.5 w-20 max-sm:hidden" />
        </div>
      ))}
    </div>
  );
}
