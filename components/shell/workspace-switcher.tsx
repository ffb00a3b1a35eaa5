"use client";
import { Check, ChevronsUpDown, Plus } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/class-names";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useShell } from "./shell-context";

export function WorkspaceSwitcher({ isCollapsed }: { isCollapsed: boolean }) {
  const { workspace, workspaces } = useShell();
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={cn(
            "flex h-10 items-center gap-2 rounded-md px-1.5 text-left hover:bg-hover",
            isCollapsed && "justify-center",
          )}
        >
          <Avatar name={workspace.name} isSquare />
          <span className="sr-only">{isCollapsed ? `${workspace.name}, switch` : "Switch from"} workspace</span>
          {isCollapsed ? null : (
            <>
              <span className="min-w-0 flex-1 truncate font-semibold">{workspace.name}</span>
              <ChevronsUpDown className="size-4 shrink-0 text-muted" aria-hidden />
            </>
          )}
        </button>
      }
    >
      {workspaces.map((one) => (
        <MenuItem key={one.id} href={`/${one.slug}`}>
          <Avatar name={one.name} isSquare />
          <span className="min-w-0 flex-1 truncate">{one.name}</span>
          {one.id === workspace.id ? <Check aria-label="open now" /> : null}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem href="/workspaces/new">
        <Plus aria-hidden /> Create workspace
      </MenuItem>
    </Menu>
  );
}
