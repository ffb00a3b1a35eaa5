"use client";
import { Menu as MenuIcon, Search } from "lucide-react";
import { NotificationsMenu } from "@/components/notifications/notifications-menu";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Breadcrumbs } from "./breadcrumbs";
import { LiveIndicator } from "./live-indicator";
import { UserMenu } from "./user-menu";

interface TopBarProps {
  onMenu: () => void;
  onPalette: () => void;
  onHelp: () => void;
}

export function TopBar({ onMenu, onPalette, onHelp }: TopBarProps) {
  return (
    <header className="sticky top-0 z-30 flex h-12 shrink-0 items-center gap-2 border-b border-subtle bg-canvas px-3 sm:px-6">
      <Button variant="ghost" size="icon" aria-label="Open navigation" className="-ml-1 md:hidden" onClick={onMenu}>
        <MenuIcon aria-hidden />
      </Button>
      <div className="min-w-0 flex-1">
        <Breadcrumbs />
      </div>
      <LiveIndicator />
      <Button variant="ghost" onClick={onPalette} aria-keyshortcuts="Meta+K Control+K">
        <Search aria-hidden />
        <span className="max-sm:sr-only">Go to or ask</span>
        <span className="max-sm:hidden">
          <Kbd keys="Mod K" />
        </span>
      </Button>
      <NotificationsMenu />
      <UserMenu onHelp={onHelp} />
    </header>
  );
}
