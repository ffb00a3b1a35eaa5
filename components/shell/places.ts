import {
  CheckSquare,
  FileStack,
  GitCompare,
  LibraryBig,
  type LucideIcon,
  MessagesSquare,
  Radar,
  Search,
  Settings,
} from "lucide-react";

export interface Place {
  /** Under the workspace: `/acme/library`. */
  segment: string;
  label: string;
  icon: LucideIcon;
  /** `g`, then this letter. */
  letter: string;
}

/** The places of a workspace, in the order of the sidebar. */
export const places: readonly Place[] = [
  { segment: "today", label: "Today", icon: CheckSquare, letter: "t" },
  { segment: "opportunities", label: "Opportunities", icon: FileStack, letter: "o" },
  { segment: "ask", label: "Ask", icon: MessagesSquare, letter: "a" },
  { segment: "search", label: "Search", icon: Search, letter: "s" },
  { segment: "library", label: "Library", icon: LibraryBig, letter: "l" },
  { segment: "sources", label: "Sources", icon: Radar, letter: "w" },
  { segment: "changes", label: "Changes", icon: GitCompare, letter: "c" },
  { segment: "settings", label: "Settings", icon: Settings, letter: "," },
];

export function placeHref(workspaceSlug: string, segment: string): string {
  return `/${workspaceSlug}/${segment}`;
}
