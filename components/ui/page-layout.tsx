import type { ReactNode } from "react";
import { cn } from "./class-names";

/** The room of a page: width, margins and rhythm. `isNarrow` for forms and reading, `isFull` for a viewer. */
export function Page({ isNarrow, isFull, children }: { isNarrow?: boolean; isFull?: boolean; children: ReactNode }) {
  return (
    <div
      className={cn(
        "mx-auto flex w-full flex-col gap-4 px-4 py-5 sm:px-6",
        isNarrow ? "max-w-190" : isFull ? "max-w-none" : "max-w-content",
      )}
    >
      {children}
    </div>
  );
}

/** Search, facets and sort above a list; wraps on narrow screens. */
export function Toolbar({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2">{children}</div>;
}

/** A main column and a right rail. On narrow screens all cards stand in one column, the rail below, so that one may be moved by its order. */
export function DetailLayout({ rail, children }: { rail: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-4 lg:grid lg:grid-cols-[minmax(0,1fr)_300px] lg:items-start lg:gap-6">
      <div className="contents min-w-0 flex-col gap-4 lg:flex">{children}</div>
      <aside className="contents min-w-0 flex-col gap-4 lg:flex">{rail}</aside>
    </div>
  );
}

/** Name and value pairs of a rail. Rows without a value are left out. */
export function FactList({ facts }: { facts: readonly { name: string; value: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-[minmax(80px,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      {facts
        .filter((fact) => fact.value !== null && fact.value !== undefined && fact.value !== "")
        .map((fact) => (
          <div key={fact.name} className="contents">
            <dt className="text-muted">{fact.name}</dt>
            <dd className="min-w-0 wrap-anywhere">{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}
