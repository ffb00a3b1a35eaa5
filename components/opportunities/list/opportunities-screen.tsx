"use client";
import { CalendarDays, Columns3, Rows3 } from "lucide-react";
import dynamic from "next/dynamic";
import { useCallback, useRef } from "react";
import { useDropFiles } from "@/components/opportunities/import/use-drop-files";
import { useShell } from "@/components/shell/shell-context";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useUrlState } from "@/components/ui/use-url-state";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { useOpportunitiesLive } from "../use-opportunities-live";
import { ImportActions } from "./import-actions";
import { type ListState, listDefaults } from "./list-filters";
import { OpportunitiesList } from "./opportunities-list";
import { SavedViews } from "./saved-views";

const loading = () => <SkeletonRows />;
const Board = dynamic(() => import("../board/board").then((module) => module.Board), { loading });
const Calendar = dynamic(() => import("../calendar/calendar").then((module) => module.Calendar), { loading });

const views = [
  { value: "table", label: "Table", icon: Rows3 },
  { value: "board", label: "Board", icon: Columns3 },
  { value: "calendar", label: "Calendar", icon: CalendarDays },
] as const;

/** Every tender that might matter: as a list, as a board by stage, and as a calendar of its dates. */
export function OpportunitiesScreen() {
  const { member } = useShell();
  const mayWrite = roleMay(member.role, "opportunities:write");
  const [state, setState] = useUrlState(listDefaults);
  const search = useRef<HTMLInputElement>(null);
  const picker = useDropFiles();
  useOpportunitiesLive();
  const change = useCallback((changes: Partial<ListState>) => setState(changes), [setState]);
  const view = views.find(({ value }) => value === state.view)?.value ?? "table";
  const shared = { state, onChange: change, searchRef: search };
  return (
    <Page>
      <PageHeader
        title="Opportunities"
        description="Every tender that might matter, once, with its deadline in your time zone."
        actions={
          <>
            <fieldset className="flex rounded-md border border-subtle p-0.5">
              <legend className="sr-only">View</legend>
              {views.map(({ value, label, icon: Icon }) => (
                <Button
                  key={value}
                  size="sm"
                  variant={view === value ? "secondary" : "ghost"}
                  aria-pressed={view === value}
                  onClick={() => setState({ view: value }, { isStep: true })}
                >
                  <Icon aria-hidden />
                  <span className="max-sm:sr-only">{label}</span>
                </Button>
              ))}
            </fieldset>
            {mayWrite ? <ImportActions picker={picker} /> : null}
          </>
        }
      />
      {picker.inputs}
      <SavedViews state={state} onChange={change} />
      {view === "table" ? <OpportunitiesList {...shared} picker={picker} /> : null}
      {view === "board" ? <Board {...shared} picker={picker} /> : null}
      {view === "calendar" ? <Calendar {...shared} /> : null}
    </Page>
  );
}
