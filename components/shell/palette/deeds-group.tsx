"use client";
import { FilePlus, FileUp, Keyboard, Plus, Radar, Upload } from "lucide-react";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { placeHref } from "../places";
import { useShell } from "../shell-context";
import { Group, Item } from "./palette-item";

/** What can be begun from anywhere, as far as this person's role allows it. */
export function DeedsGroup({ go, onHelp }: { go: (href: string) => void; onHelp: () => void }) {
  const { workspace, member } = useShell();
  const at = (segment: string) => placeHref(workspace.slug, segment);
  return (
    <Group heading="Do">
      {roleMay(member.role, "opportunities:write") ? (
        <>
          <Item
            icon={FileUp}
            value="Import drop tender files folder ZIP opportunity"
            onSelect={() => go(`${at("opportunities")}?do=import`)}
          >
            Import tender files
          </Item>
          <Item
            icon={FilePlus}
            value="Add create opportunity by hand"
            onSelect={() => go(`${at("opportunities")}?do=create`)}
          >
            Add opportunity
          </Item>
        </>
      ) : null}
      {member.role !== "viewer" ? (
        <Item icon={Upload} value="Upload add documents files" onSelect={() => go(`${at("library")}?upload=1`)}>
          Upload documents
        </Item>
      ) : null}
      {roleMay(member.role, "sources:manage") ? (
        <Item icon={Radar} value="Add source watch address" onSelect={() => go(`${at("sources")}/new`)}>
          Add source
        </Item>
      ) : null}
      <Item icon={Plus} value="Create workspace" onSelect={() => go("/workspaces/new")}>
        Create workspace
      </Item>
      <Item icon={Keyboard} value="Keyboard shortcuts help" shortcut="?" onSelect={onHelp}>
        Keyboard shortcuts
      </Item>
    </Group>
  );
}
