"use client";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { placeHref, places } from "./places";
import { useShell } from "./shell-context";

const CrumbContext = createContext<{ crumb: string | null; setCrumb: (crumb: string | null) => void }>({
  crumb: null,
  setCrumb: () => {},
});

export function BreadcrumbProvider({ children }: { children: ReactNode }) {
  const [crumb, setCrumb] = useState<string | null>(null);
  const value = useMemo(() => ({ crumb, setCrumb }), [crumb]);
  return <CrumbContext.Provider value={value}>{children}</CrumbContext.Provider>;
}

/** A detail page puts its title into the top bar and the browser's tab: `<Breadcrumb title={document.title} />`. Shows nothing where it stands. */
export function Breadcrumb({ title }: { title: string }) {
  const { setCrumb } = useContext(CrumbContext);
  const { workspace } = useShell();
  useEffect(() => {
    setCrumb(title);
    // With five tenders open, tabs that all say "Opportunity" lead nowhere.
    document.title = `${title} · ${workspace.name}`;
    return () => setCrumb(null);
  }, [title, setCrumb, workspace.name]);
  return null;
}

export function Breadcrumbs() {
  const { workspace } = useShell();
  const { crumb } = useContext(CrumbContext);
  const pathname = usePathname();
  const place = places.find((one) => pathname.split("/")[2] === one.segment);
  if (!place) return null;
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex items-center gap-1 text-sm">
        <li className="shrink-0">
          {crumb ? (
            <Link href={placeHref(workspace.slug, place.segment)} className="text-muted hover:text-ink">
              {place.label}
            </Link>
          ) : (
            <span aria-current="page" className="font-medium">
              {place.label}
            </span>
          )}
        </li>
        {crumb ? (
          <li className="flex min-w-0 items-center gap-1" aria-current="page">
            <ChevronRight className="size-3.5 shrink-0 text-subtle" aria-hidden />
            <span className="truncate font-medium">{crumb}</span>
          </li>
        ) : null}
      </ol>
    </nav>
  );
}
