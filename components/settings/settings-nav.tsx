"use client";
import { usePathname } from "next/navigation";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { TabLinks } from "@/components/ui/tabs";
import { roleAtLeast } from "@/lib/vocabulary/workspaces";
import { settingsPlaces } from "./settings-places";

export function SettingsNav({ isOperator }: { isOperator: boolean }) {
  const { workspace, member } = useShell();
  const pathname = usePathname();
  const at = (segment: string) => `${placeHref(workspace.slug, "settings")}/${segment}`;
  const open = settingsPlaces.filter(
    (place) => (!place.least || roleAtLeast(member.role, place.least)) && (!place.isForOperator || isOperator),
  );
  const active = open.find((place) => pathname.startsWith(at(place.segment)));
  return (
    <TabLinks
      label="Settings"
      active={active ? at(active.segment) : ""}
      tabs={open.map((place) => ({ href: at(place.segment), label: place.label }))}
    />
  );
}
