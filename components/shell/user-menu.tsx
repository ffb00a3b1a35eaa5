"use client";
import { Keyboard, LogOut, UserRound } from "lucide-react";
import { useTheme } from "next-themes";
import { startTransition } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Menu, MenuChoices, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { placeHref } from "./places";
import { useShell } from "./shell-context";

const themes = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

type Theme = (typeof themes)[number]["value"];

export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { workspace, member, signOut } = useShell();
  const { theme, setTheme } = useTheme();
  const chosen = themes.find((one) => one.value === theme)?.value ?? "system";
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className="rounded-full">
          <Avatar name={member.name || member.email} className="size-7" />
          <span className="sr-only">{member.name}: account and theme</span>
        </button>
      }
    >
      <div className="px-2 py-1.5">
        <p className="truncate font-medium">{member.name}</p>
        <p className="truncate text-sm text-muted">
          {member.email} · {member.role}
        </p>
      </div>
      <MenuSeparator />
      <MenuItem href={placeHref(workspace.slug, "settings")}>
        <UserRound aria-hidden /> Settings
      </MenuItem>
      <MenuItem onSelect={onHelp}>
        <Keyboard aria-hidden /> Keyboard shortcuts
      </MenuItem>
      <MenuSeparator />
      <MenuChoices<Theme> label="Theme" value={chosen} options={themes} onChange={setTheme} />
      <MenuSeparator />
      <MenuItem onSelect={() => startTransition(signOut)}>
        <LogOut aria-hidden /> Sign out
      </MenuItem>
    </Menu>
  );
}
