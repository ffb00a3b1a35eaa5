import { type ChangeVerdict, changeVerdicts, type Severity, severities } from "@/lib/vocabulary/sources";
import type { ListChanges } from "./change-types";

export const pageSize = 50;

/** What the address of the list holds. */
export const changesDefaults = { show: "", severity: "", verdict: "", source: "", page: 1 };
export type ChangesState = typeof changesDefaults;

/** What to ask the server for; what was mistyped into the address falls away. */
export function listInput(state: ChangesState, sourceId?: string): ListChanges {
  return {
    sourceId: sourceId ?? (isUuid(state.source) ? state.source : undefined),
    severity: severities.find((one): one is Severity => one === state.severity),
    verdict: changeVerdicts.find((one): one is ChangeVerdict => one === state.verdict),
    unseen: state.show === "unseen" ? true : undefined,
    archived: state.show === "archived" ? "only" : undefined,
    limit: pageSize,
    offset: (Math.max(1, state.page) - 1) * pageSize,
  };
}

export function isFiltered(state: ChangesState): boolean {
  return [state.show, state.severity, state.verdict, state.source].some((value) => value !== "");
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
