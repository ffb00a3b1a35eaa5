"use client";
import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Tooltip } from "@/components/ui/tooltip";
import { type Place, placeHref, places } from "./places";
import { useShell } from "./shell-context";
import { useNewOpportunities } from "./use-new-opportunities";
import { useUnseenChanges } from "./use-unseen-changes";
import { WorkspaceSwitcher } from "./workspace-switcher";

interface SidebarProps {
  isCollapsed: boolean;
  onCollapse?: (isCollapsed: boolean) => void;
}

export function Sidebar({ isCollapsed, onCollapse }: SidebarProps) {
  const unseen = useUnseenChanges();
  const found = useNewOpportunities();
  const marks: Partial<Record<string, Mark>> = {
    changes: { count: unseen, words: "not yet seen" },
    opportunities: { count: found, words: "new" },
  };
  return (
    <div className="flex h-full flex-col gap-2 p-2">
      <WorkspaceSwitcher isCollapsed={isCollapsed} />
      <nav aria-label="Places" className="flex flex-1 flex-col gap-0.5">
        {places.map((place) => (
          <PlaceLink
            key={place.segment}
            place={place}
            isCollapsed={isCollapsed}
            mark={marks[place.segment] ?? noMark}
          />
        ))}
      </nav>
      {onCollapse ? (
        <IconButton
          label={isCollapsed ? "Widen the sidebar" : "Narrow the sidebar"}
          className="self-start"
          onClick={() => onCollapse(!isCollapsed)}
        >
          {isCollapsed ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
        </IconButton>
      ) : null}
    </div>
  );
}

interface Mark {
  count: number;
  /** What is counted: "new". */
  words: string;
}
const noMark: Mark = { count: 0, words: "" };

function PlaceLink({ place, isCollapsed, mark }: { place: Place; isCollapsed: boolean; mark: Mark }) {
  const { workspace } = useShell();
  const pathname = usePathname();
  const href = placeHref(workspace.slug, place.segment);
  const isHere = pathname === href || pathname.startsWith(`${href}/`);
  const Icon = place.icon;
  const link = (
    <Link
      href={href}
      aria-current={isHere ? "page" : undefined}
      aria-label={
        isCollapsed ? (mark.count > 0 ? `${place.label}, ${mark.count} ${mark.words}` : place.label) : undefined
      }
      className={cn(
        "relative flex h-8 items-center gap-2.5 rounded-md px-2.5 font-medium",
        isHere ? "bg-selected text-ink" : "text-muted hover:bg-hover hover:text-ink",
      )}
    >
      <Icon className={cn("size-4 shrink-0", isHere && "text-accent")} aria-hidden />
      {isCollapsed ? null : <span className="min-w-0 flex-1 truncate">{place.label}</span>}
      {mark.count > 0 ? <CountMark mark={mark} isCollapsed={isCollapsed} /> : null}
    </Link>
  );
  return isCollapsed ? (
    <Tooltip label={place.label} shortcut={`g ${place.letter}`} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

function CountMark({ mark: { count, words }, isCollapsed }: { mark: Mark; isCollapsed: boolean }) {
  if (isCollapsed) return <span className="absolute top-1 right-1 size-2 rounded-full bg-accent" aria-hidden />;
  return (
    <span className="rounded-full bg-accent-soft px-1.5 text-xs font-medium text-accent tabular-nums">
      {count > 99 ? "99+" : count}
      <span className="sr-only"> {words}</span>
    </span>
  );
}
