"use client";
import { Command, defaultFilter } from "cmdk";
import { MessagesSquare, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Modal } from "@/components/ui/modal";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { DeedsGroup } from "./palette/deeds-group";
import { OpportunityGroup, ScanGroup } from "./palette/found-groups";
import { forWords, Group, Item } from "./palette/palette-item";
import { SettingsGroup } from "./palette/settings-group";
import { placeHref, places } from "./places";
import { useShell } from "./shell-context";

interface CommandPaletteProps {
  onClose: () => void;
  onHelp: () => void;
}

/** Go to a place, start something, or take what was typed as a question or a search. */
export function CommandPalette({ onClose, onHelp }: CommandPaletteProps) {
  const { workspace, member } = useShell();
  const [typed, setTyped] = useState("");
  const router = useRouter();
  const words = typed.trim();

  function go(href: string) {
    onClose();
    router.push(href);
  }
  function help() {
    onClose();
    onHelp();
  }

  return (
    <Modal
      label="Go to, create or ask"
      onClose={onClose}
      hasCloseButton={false}
      className="mx-auto mt-[12dvh] w-[calc(100vw-24px)] max-w-140 overflow-hidden rounded-lg"
    >
      <Command label="Go to, create or ask" filter={rankItem} loop>
        <Command.Input
          data-autofocus=""
          value={typed}
          onValueChange={setTyped}
          placeholder="Go to, create or ask"
          className="h-12 w-full border-b border-subtle bg-transparent px-4 text-lg outline-none"
        />
        <Command.List className="max-h-[50dvh] overflow-y-auto p-2">
          <Group heading="Go to">
            {places.map((place) => (
              <Item
                key={place.segment}
                icon={place.icon}
                value={place.label}
                shortcut={`g ${place.letter}`}
                onSelect={() => go(placeHref(workspace.slug, place.segment))}
              >
                {place.label}
              </Item>
            ))}
          </Group>
          <DeedsGroup go={go} onHelp={help} />
          {words ? <SettingsGroup go={go} /> : null}
          <WorkspacesGroup go={go} />
          {words ? <WordsGroup words={words} go={go} /> : null}
          {words.length > 1 ? <OpportunityGroup words={words} go={go} /> : null}
          {words && roleMay(member.role, "sources:scan") ? <ScanGroup onClose={onClose} go={go} /> : null}
        </Command.List>
      </Command>
    </Modal>
  );
}

/** A name of which a word begins as typed is worth more; letters strewn over a name are no reason to offer it. */
const leastWorth = 0.5;

/** Enter takes the first that is left: what is called as typed before what was typed as a question, since groups keep their order. */
const rankItem: typeof defaultFilter = (value, search, keywords) => {
  if (keywords?.includes(forWords)) return 1;
  const worth = defaultFilter(value, search, keywords);
  return worth < leastWorth ? 0 : worth;
};

/** What was typed, taken as a question or as a search. */
function WordsGroup({ words, go }: { words: string; go: (href: string) => void }) {
  const { workspace } = useShell();
  const href = (place: string) => `${placeHref(workspace.slug, place)}?q=${encodeURIComponent(words)}`;
  return (
    <Group heading={`“${words}”`}>
      <Item icon={MessagesSquare} isForWords value="ask words" onSelect={() => go(href("ask"))}>
        Ask the documents
      </Item>
      <Item icon={Search} isForWords value="search words" onSelect={() => go(href("search"))}>
        Search the documents
      </Item>
    </Group>
  );
}

function WorkspacesGroup({ go }: { go: (href: string) => void }) {
  const { workspace, workspaces } = useShell();
  const others = workspaces.filter((one) => one.id !== workspace.id);
  if (others.length === 0) return null;
  return (
    <Group heading="Switch workspace">
      {others.map((one) => (
        <Item key={one.id} value={`workspace ${one.name} ${one.slug}`} onSelect={() => go(`/${one.slug}`)}>
          {one.name}
        </Item>
      ))}
    </Group>
  );
}
