"use client";
import { useQuery } from "@tanstack/react-query";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { TabLinks } from "@/components/ui/tabs";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { useFixesLive } from "./use-fixes-live";

/** The sources, and beside them what of them needs a person. Only for those who may mend it. */
export function SourcesTabs({ active }: { active: "sources" | "fixes" }) {
  const { workspace, member } = useShell();
  const trpc = useTRPC();
  const mayManage = roleMay(member.role, "sources:manage");
  const open = useQuery(trpc.fixTasks.list.queryOptions({ limit: 1 }, { enabled: mayManage }));
  useFixesLive();
  if (!mayManage) return null;
  const here = placeHref(workspace.slug, "sources");
  const fixes = `${here}/fixes`;
  return (
    <TabLinks
      label="Sources"
      active={active === "sources" ? here : fixes}
      tabs={[
        { href: here, label: "All sources" },
        { href: fixes, label: "To fix", ...(open.data ? { count: open.data.open } : {}) },
      ]}
    />
  );
}
