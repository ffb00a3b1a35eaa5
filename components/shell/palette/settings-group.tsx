"use client";
import { Settings } from "lucide-react";
import { settingsPlaces } from "@/components/settings/settings-places";
import { roleAtLeast } from "@/lib/vocabulary/workspaces";
import { placeHref } from "../places";
import { useShell } from "../shell-context";
import { Group, Item } from "./palette-item";

/** The pages of Settings by name, once something is typed: before that they would only lengthen the list. */
export function SettingsGroup({ go }: { go: (href: string) => void }) {
  const { workspace, member } = useShell();
  const open = settingsPlaces.filter(
    (place) => !place.isForOperator && (!place.least || roleAtLeast(member.role, place.least)),
  );
  return (
    <Group heading="Settings">
      {open.map(({ segment, label }) => (
        <Item
          key={segment}
          icon={Settings}
          value={`settings ${label}`}
          onSelect={() => go(`${placeHref(workspace.slug, "settings")}/${segment}`)}
        >
          {label}
        </Item>
      ))}
    </Group>
  );
}
