"use client";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { FileStack, Radar, RefreshCw } from "lucide-react";
import { useDeferredValue } from "react";
import { toast } from "@/components/ui/toast";
import { placeHref } from "../places";
import { errorMessage } from "../query-error";
import { useShell } from "../shell-context";
import { useTRPC } from "../trpc";
import { Group, Item } from "./palette-item";

/** Opportunities that hold what was typed. */
export function OpportunityGroup({ words, go }: { words: string; go: (href: string) => void }) {
  const { workspace } = useShell();
  const asked = useDeferredValue(words);
  const found = useQuery(
    useTRPC().opportunities.list.queryOptions({ text: asked, limit: 6 }, { placeholderData: keepPreviousData }),
  );
  if (!found.data?.opportunities.length) return null;
  return (
    <Group heading="Opportunities">
      {found.data.opportunities.map(({ id, number, title, buyer }) => (
        <Item
          key={id}
          icon={FileStack}
          // The server has matched them, perhaps by likeness.
          isForWords
          value={`opportunity ${id}`}
          onSelect={() => go(`${placeHref(workspace.slug, "opportunities")}/${id}`)}
        >
          {`#${number} ${title}${buyer ? `, ${buyer}` : ""}`}
        </Item>
      ))}
    </Group>
  );
}

/** Every source by name, once something is typed: the list narrows itself. */
export function ScanGroup({ onClose, go }: { onClose: () => void; go: (href: string) => void }) {
  const { workspace } = useShell();
  const trpc = useTRPC();
  const hrefOf = (id: string) => `${placeHref(workspace.slug, "sources")}/${id}`;
  const sources = useQuery(trpc.sources.list.queryOptions({ limit: 200 }));
  const scan = useMutation(
    trpc.sources.scan.mutationOptions({
      onSuccess: ({ sourceId }) =>
        toast.ok("Scan started", { action: { label: "Watch it", run: () => go(hrefOf(sourceId)) } }),
      onError: (error) => toast.error("The scan was not started", { description: errorMessage(error) }),
    }),
  );
  if (!sources.data?.sources.length) return null;
  return (
    <Group heading="Sources">
      {sources.data.sources.map(({ id, name, url }) => {
        return [
          <Item
            key={`scan ${id}`}
            icon={RefreshCw}
            value={`scan now ${name} ${url} ${id}`}
            onSelect={() => {
              scan.mutate({ id });
              onClose();
            }}
          >
            Scan now: {name}
          </Item>,
          <Item
            key={`open ${id}`}
            icon={Radar}
            value={`open source ${name} ${url} ${id}`}
            onSelect={() => go(hrefOf(id))}
          >
            Open {name}
          </Item>,
        ];
      })}
    </Group>
  );
}
