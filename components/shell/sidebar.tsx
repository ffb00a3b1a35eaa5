"use client";
import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Tooltip } from "@/components/ui/tooltip";
import { type Place, placeHref, places } from "./places";
import { useShell } from "./shell-context";
import { WorkspaceSwitcher } from "./workspace-switcher";

interface SidebarProps {
  isCollapsed: boolean;
  onCollapse?: (isCollapsed: boolean) => void;
}

export function Sidebar({ isCollapsed, onCollapse }: SidebarProps) {
  return (
    <div className="flex h-full flex-col gap-2 p-2">
      <WorkspaceSwitcher isCollapsed={isCollapsed} />
      <nav aria-label="Places" className="flex flex-1 flex-col gap-0.5">
        {places.map((place) => (
          <PlaceLink key={place.segment} place={place} isCollapsed={isCollapsed} />
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

function PlaceLink({ place, isCollapsed }: { place: Place; isCollapsed: boolean }) {
  const { workspace } = useShell();
  const pathname = usePathname();
  const href = placeHref(workspace.slug, place.segment);
  const isHere = pathname === href || pathname.startsWith(`${href}/`);
  const Icon = place.icon;
  const link = (
    <Link
      href={href}
      aria-current={isHere ? "page" : undefined}
      aria-label={isCollapsed ? place.label : undefined}
      className={cn(
        "flex h-8 items-center gap-2.5 rounded-md px-2.5 font-medium",
        isHere ? "bg-selected text-ink" : "text-muted hover:bg-hover hover:text-ink",
      )}
    >
      <Icon className={cn("size-4 shrink-0", isHere && "text-accent")} aria-hidden />
      {isCollapsed ? null : place.label}
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
