"use client";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { places } from "./places";

const groups = [
  {
    title: "Everywhere",
    shortcuts: [
      ["Mod K", "Go to, create or ask"],
      ["?", "This list"],
      ["Esc", "Close, or go back to the sentence"],
    ],
  },
  { title: "Go to", shortcuts: places.map((place) => [`g ${place.letter}`, place.label]) },
  {
    title: "In a list",
    shortcuts: [
      ["j", "Next"],
      ["k", "Previous"],
      ["↵", "Open"],
      ["x", "Choose"],
      ["/", "Search"],
    ],
  },
  {
    title: "On a requirement",
    shortcuts: [
      ["e", "Edit"],
      ["s", "Split"],
      ["h", "History"],
      ["J", "Move down"],
      ["K", "Move up"],
      ["Delete", "Drop"],
    ],
  },
  {
    title: "On the board",
    shortcuts: [
      ["Space", "Pick up or let go"],
      ["Esc", "Put back"],
    ],
  },
] as const;

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" isOpen onOpenChange={onClose}>
      <div className="grid gap-x-10 gap-y-5 pb-2 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className="mb-1 text-sm font-medium text-muted">{group.title}</h3>
            <dl>
              {group.shortcuts.map(([keys, meaning]) => (
                <div key={keys} className="flex min-h-8 items-center justify-between gap-4">
                  <dt>{meaning}</dt>
                  <dd>
                    <Kbd keys={keys ?? ""} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
