"use client";
import { useQuery } from "@tanstack/react-query";
import { Bell, BookmarkPlus, Ellipsis } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/components/shell/trpc";
import { usePeople } from "@/components/shell/use-people";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { nothingYet } from "@/components/ui/nothing-yet";
import { isFiltered, type ListState, listDefaults, noFilters } from "./list-filters";
import type { SavedSearch } from "./saved-search-types";
import { isSameView, stateOfFilters, type ViewState, viewOf } from "./saved-views.logic";
import { useSavedSearches } from "./use-saved-searches";

const SaveViewDialog = dynamic(() => import("./save-view-dialog").then((module) => module.SaveViewDialog), {
  loading: nothingYet,
});

interface SavedViewsProps {
  state: ListState;
  onChange: (changes: Partial<ListState>) => void;
}

/** Searches under a name: those that everybody starts with, one's own, and what colleagues share. */
export function SavedViews({ state, onChange }: SavedViewsProps) {
  const { self } = usePeople();
  const saved = useQuery(useTRPC().savedSearches.list.queryOptions({}, { staleTime: 60_000 }));
  const [isSaving, setIsSaving] = useState(false);
  const show = (view: ViewState) => onChange({ ...noFilters, sort: listDefaults.sort, desc: false, ...view });
  const first: readonly { name: string; view: ViewState; isDisabled?: boolean }[] = [
    { name: "All", view: {} },
    { name: "New", view: { stage: ["new"], outcome: ["open"], sort: "seen", desc: true } },
    { name: "Due in 7 days", view: { due: ["week"], outcome: ["open"] } },
    // In its place from the start, so that what stands beside it does not move under the pointer.
    { name: "Mine", view: { owner: [self?.userId ?? ""] }, isDisabled: !self },
    { name: "To decide", view: { decision: ["none"], outcome: ["open"] } },
  ];
  const searches = saved.data?.searches ?? [];
  const isKnown = [...first.map((one) => one.view), ...searches.map((one) => stateOfFilters(one.filters))].some(
    (view) => isSameView(state, view),
  );
  return (
    <nav aria-label="Saved views" className="flex items-center gap-1 overflow-x-auto border-b border-subtle pb-2">
      {first.map(({ name, view, isDisabled }) => (
        <ViewButton key={name} isActive={isSameView(state, view)} isDisabled={isDisabled} onClick={() => show(view)}>
          {name}
        </ViewButton>
      ))}
      {searches.map((search) => (
        <SavedView
          key={search.id}
          search={search}
          isActive={isSameView(state, stateOfFilters(search.filters))}
          state={state}
          onShow={() => show(stateOfFilters(search.filters))}
        />
      ))}
      {isFiltered(state) && !isKnown ? (
        <Button size="sm" variant="ghost" onClick={() => setIsSaving(true)}>
          <BookmarkPlus aria-hidden /> Save this view
        </Button>
      ) : null}
      {isSaving ? <SaveViewDialog filters={viewOf(state)} onClose={() => setIsSaving(false)} /> : null}
    </nav>
  );
}

interface ViewButtonProps {
  isActive: boolean;
  isDisabled?: boolean;
  onClick: () => void;
  children: React.ReactNode;
}

function ViewButton(props: ViewButtonProps) {
  return (
    <button
      type="button"
      disabled={props.isDisabled}
      aria-pressed={props.isActive}
      onClick={props.onClick}
      className={cn(
        "inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2 text-sm font-medium [&_svg]:size-3.5",
        props.isActive ? "bg-selected text-ink" : "text-muted hover:bg-hover hover:text-ink",
      )}
    >
      {props.children}
    </button>
  );
}

interface SavedViewProps {
  search: SavedSearch;
  isActive: boolean;
  state: ListState;
  onShow: () => void;
}

function SavedView({ search, isActive, state, onShow }: SavedViewProps) {
  const { update, remove } = useSavedSearches();
  const [isRenaming, setIsRenaming] = useState(false);
  return (
    <span className="inline-flex shrink-0 items-center">
      <ViewButton isActive={isActive} onClick={onShow}>
        {search.name}
        {search.hasAlert ? <Bell aria-label="Tells you of new ones" /> : null}
        {search.isOwn ? null : <span className="font-normal text-subtle">{search.owner.name ?? "shared"}</span>}
      </ViewButton>
      {search.isOwn ? (
        <Menu
          trigger={
            <button
              type="button"
              aria-label={`More about ${search.name}`}
              className="rounded-sm p-1 text-muted hover:text-ink"
            >
              <Ellipsis className="size-3.5" aria-hidden />
            </button>
          }
        >
          <MenuItem onSelect={() => update(search, { hasAlert: !search.hasAlert })}>
            {search.hasAlert ? "Stop telling me of new ones" : "Tell me of new ones"}
          </MenuItem>
          <MenuItem onSelect={() => update(search, { isShared: !search.isShared })}>
            {search.isShared ? "Stop sharing" : "Share with the workspace"}
          </MenuItem>
          <MenuItem onSelect={() => update(search, { filters: viewOf(state) })}>Save the filters of now in it</MenuItem>
          <MenuItem onSelect={() => setIsRenaming(true)}>Rename</MenuItem>
          <MenuSeparator />
          <MenuItem isDanger onSelect={() => remove(search)}>
            Delete the view
          </MenuItem>
        </Menu>
      ) : null}
      {isRenaming ? <SaveViewDialog search={search} onClose={() => setIsRenaming(false)} /> : null}
    </span>
  );
}
