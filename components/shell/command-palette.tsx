"use client";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import {
  FilePlus,
  FileStack,
  FileUp,
  Keyboard,
  type LucideIcon,
  MessagesSquare,
  Plus,
  Radar,
  RefreshCw,
  Search,
  Upload,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useDeferredValue, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import { Modal } from "@/components/ui/modal";
import { toast } from "@/components/ui/toast";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { placeHref, places } from "./places";
import { errorMessage } from "./query-error";
import { useShell } from "./shell-context";
import { useTRPC } from "./trpc";

interface CommandPaletteProps {
  onClose: () => void;
  onHelp: () => void;
}

/** Go to a place, start something, or take what was typed as a question or a search. */
export function CommandPalette({ onClose, onHelp }: CommandPaletteProps) {
  const { workspace, workspaces, member } = useShell();
  const [typed, setTyped] = useState("");
  const router = useRouter();
  const words = typed.trim();
  const canWrite = member.role !== "viewer";

  function go(href: string) {
    onClose();
    router.push(href);
  }
  const at = (segment: string) => placeHref(workspace.slug, segment);

  return (
    <Modal
      label="Go to, create or ask"
      onClose={onClose}
      hasCloseButton={false}
      className="mx-auto mt-[12dvh] w-[calc(100vw-24px)] max-w-140 overflow-hidden rounded-lg"
    >
      <Command label="Go to, create or ask" loop>
        <Command.Input
          data-autofocus=""
          value={typed}
          onValueChange={setTyped}
          placeholder="Go to, create or ask"
          className="h-12 w-full border-b border-subtle bg-transparent px-4 text-lg outline-none"
        />
        <Command.List className="max-h-[50dvh] overflow-y-auto p-2">
          {words ? (
            <Group heading={`“${words}”`}>
              <Item
                icon={MessagesSquare}
                value={`ask ${words}`}
                onSelect={() => go(`${at("ask")}?q=${encodeURIComponent(words)}`)}
              >
                Ask the documents
              </Item>
              <Item
                icon={Search}
                value={`search ${words}`}
                onSelect={() => go(`${at("search")}?q=${encodeURIComponent(words)}`)}
              >
                Search the documents
              </Item>
            </Group>
          ) : null}
          <Group heading="Go to">
            {places.map((place) => (
              <Item
                key={place.segment}
                icon={place.icon}
                value={place.label}
                shortcut={`g ${place.letter}`}
                onSelect={() => go(at(place.segment))}
              >
                {place.label}
              </Item>
            ))}
          </Group>
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
            {canWrite ? (
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
            <Item
              icon={Keyboard}
              value="Keyboard shortcuts help"
              shortcut="?"
              onSelect={() => {
                onClose();
                onHelp();
              }}
            >
              Keyboard shortcuts
            </Item>
          </Group>
          {words.length > 1 ? <OpportunityGroup words={words} go={go} /> : null}
          {words && roleMay(member.role, "sources:scan") ? <ScanGroup onClose={onClose} go={go} /> : null}
          {workspaces.length > 1 ? (
            <Group heading="Switch workspace">
              {workspaces
                .filter((one) => one.id !== workspace.id)
                .map((one) => (
                  <Item key={one.id} value={`workspace ${one.name} ${one.slug}`} onSelect={() => go(`/${one.slug}`)}>
                    {one.name}
                  </Item>
                ))}
            </Group>
          ) : null}
        </Command.List>
      </Command>
    </Modal>
  );
}

/** Opportunities that hold what was typed. */
function OpportunityGroup({ words, go }: { words: string; go: (href: string) => void }) {
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
          // The server has matched them, perhaps by likeness: what was typed keeps them in the list.
          value={`opportunity ${words} ${id}`}
          onSelect={() => go(`${placeHref(workspace.slug, "opportunities")}/${id}`)}
        >
          {`#${number} ${title}${buyer ? `, ${buyer}` : ""}`}
        </Item>
      ))}
    </Group>
  );
}

/** Every source by name, once something is typed: the list narrows itself. */
function ScanGroup({ onClose, go }: { onClose: () => void; go: (href: string) => void }) {
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

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:truncate [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );
}

interface ItemProps {
  icon?: LucideIcon;
  value: string;
  shortcut?: string;
  onSelect: () => void;
  children: ReactNode;
}

function Item({ icon: Icon, value, shortcut, onSelect, children }: ItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex h-9 items-center gap-2.5 rounded-md px-2 data-[selected=true]:bg-hover"
    >
      {Icon ? <Icon className="size-4 text-muted" aria-hidden /> : null}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {shortcut ? <Kbd keys={shortcut} /> : null}
    </Command.Item>
  );
}
