"use client";
import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { cn } from "@/components/ui/class-names";
import { Sheet } from "@/components/ui/sheet";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { AppProviders } from "./app-providers";
import { LiveConnection } from "./live";
import { OfflineBanner } from "./offline-banner";
import { type ShellInfo, ShellInfoProvider } from "./shell-context";
import { Sidebar } from "./sidebar";
import { sidebarCookie } from "./sidebar-cookie";
import { TopBar } from "./top-bar";
import { useShellKeys } from "./use-shell-keys";

// Both open on demand; nobody waits for them on the first page.
const CommandPalette = dynamic(() => import("./command-palette").then((module) => module.CommandPalette), {
  ssr: false,
});
// Listens to the window; what it does with files is fetched when there are some.
const DropAnywhere = dynamic(
  () => import("@/components/opportunities/import/drop-anywhere").then((module) => module.DropAnywhere),
  { ssr: false },
);
const ShortcutsDialog = dynamic(() => import("./shortcuts-dialog").then((module) => module.ShortcutsDialog), {
  ssr: false,
});

interface ShellFrameProps {
  info: ShellInfo;
  isInitiallyCollapsed: boolean;
  children: ReactNode;
}

export function ShellFrame({ info, isInitiallyCollapsed, children }: ShellFrameProps) {
  const [isCollapsed, setIsCollapsed] = useState(isInitiallyCollapsed);
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const [isPaletteOpen, setIsPaletteOpen] = useState(false);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet closes when the page has changed
  useEffect(() => setIsSheetOpen(false), [pathname]);
  useShellKeys({
    workspaceSlug: info.workspace.slug,
    onPalette: () => setIsPaletteOpen((isOpen) => !isOpen),
    onHelp: () => setIsHelpOpen(true),
  });

  function collapse(next: boolean) {
    setIsCollapsed(next);
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is missing from some browsers
    document.cookie = `${sidebarCookie}=${next ? "collapsed" : "open"}; path=/; max-age=31536000; samesite=lax`;
  }

  return (
    <AppProviders workspaceSlug={info.workspace.slug}>
      <ShellInfoProvider info={info}>
        <LiveConnection />
        {roleMay(info.member.role, "opportunities:write") ? <DropAnywhere /> : null}
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2 focus:shadow-raised"
        >
          Skip to content
        </a>
        <div className="flex min-h-dvh">
          <div
            className={cn(
              "sticky top-0 hidden h-dvh shrink-0 border-r border-subtle bg-sunken md:block",
              isCollapsed ? "w-13" : "w-56",
            )}
          >
            <Sidebar isCollapsed={isCollapsed} onCollapse={collapse} />
          </div>
          <Sheet title="Navigation" side="left" isTitleHidden isOpen={isSheetOpen} onOpenChange={setIsSheetOpen}>
            <Sidebar isCollapsed={false} />
          </Sheet>
          <div className="flex min-w-0 flex-1 flex-col">
            <TopBar
              onMenu={() => setIsSheetOpen(true)}
              onPalette={() => setIsPaletteOpen(true)}
              onHelp={() => setIsHelpOpen(true)}
            />
            <OfflineBanner />
            <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
              {children}
            </main>
          </div>
        </div>
        {isPaletteOpen ? (
          <CommandPalette onClose={() => setIsPaletteOpen(false)} onHelp={() => setIsHelpOpen(true)} />
        ) : null}
        {isHelpOpen ? <ShortcutsDialog onClose={() => setIsHelpOpen(false)} /> : null}
      </ShellInfoProvider>
    </AppProviders>
  );
}
