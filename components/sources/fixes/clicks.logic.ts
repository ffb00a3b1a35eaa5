import type { SourceKind } from "@/lib/vocabulary/sources";

/** One field of an entry that a person has shown on the page. */
export interface Pick {
  field: string;
  node: number;
  text: string;
}

export interface ClickState {
  /** What can be shown, in the order of the list. */
  fields: string[];
  /** What the next click on the page means. */
  current: string;
  picks: Pick[];
  /** Of a second entry, where one does not say how far an entry reaches. */
  second: Pick[];
  isSecond: boolean;
}

export type ClickAction =
  | { kind: "pick"; node: number; text: string }
  | { kind: "choose"; field: string }
  | { kind: "clear"; field: string }
  | { kind: "add"; field: string }
  | { kind: "second"; isSecond: boolean }
  | { kind: "restart" };

const usualOfNotices = ["Deadline", "Buyer", "Reference"];
const usual: Partial<Record<SourceKind, readonly string[]>> = {
  pricing: ["Price", "Unit"],
  jobs: ["Place", "Department", "Date"],
  news: ["Date"],
  feed: ["Date"],
  filings: ["Date", "Reference"],
  reviews: ["Rating", "Date"],
  social: ["Date"],
};
const mostFields = 20;

/** Title and link, then what the source's fields are called, else what lists of its kind have. */
export function startOf({ fields, kind }: { fields: readonly string[]; kind: SourceKind }): ClickState {
  const names = fields.length > 0 ? fields : (usual[kind] ?? usualOfNotices);
  return { fields: ["title", "url", ...names], current: "title", picks: [], second: [], isSecond: false };
}

export function nextClicks(state: ClickState, action: ClickAction): ClickState {
  switch (action.kind) {
    case "pick": {
      const one = { field: state.current, node: action.node, text: action.text };
      if (state.isSecond) return withNext({ ...state, second: replaced(state.second, one) });
      return withNext({ ...state, picks: replaced(state.picks, one) });
    }
    case "choose":
      return { ...state, current: action.field };
    case "clear": {
      const without = (picks: Pick[]) => picks.filter(({ field }) => field !== action.field);
      return { ...state, picks: without(state.picks), second: without(state.second), current: action.field };
    }
    case "add": {
      const field = action.field.trim().slice(0, 100);
      const known = state.fields.find((one) => one.toLowerCase() === field.toLowerCase());
      if (known || field === "" || state.fields.length >= mostFields)
        return known ? { ...state, current: known } : state;
      return { ...state, fields: [...state.fields, field], current: field };
    }
    case "second":
      return { ...state, isSecond: action.isSecond, second: action.isSecond ? state.second : [], current: "title" };
    case "restart":
      return { ...state, picks: [], second: [], isSecond: false, current: "title" };
  }
}

/** As the server takes them: the first entry, then the second, which begins with its title. */
export function clicksOf({ picks, second }: ClickState): { field: string; node: number }[] {
  const isSecondBegun = second.some(({ field }) => field === "title");
  const titleFirst = [...second].sort((a, b) => Number(b.field === "title") - Number(a.field === "title"));
  return [...picks, ...(isSecondBegun ? titleFirst : [])].map(({ field, node }) => ({ field, node }));
}

export function hasTitle({ picks }: ClickState): boolean {
  return picks.some(({ field }) => field === "title");
}

function replaced(picks: Pick[], one: Pick): Pick[] {
  return [...picks.filter(({ field }) => field !== one.field), one];
}

/** The next field that has not been shown; the link only when somebody chooses it, for the title's is taken. */
function withNext(state: ClickState): ClickState {
  const shown = new Set((state.isSecond ? state.second : state.picks).map(({ field }) => field));
  const from = state.fields.indexOf(state.current);
  const order = [...state.fields.slice(from + 1), ...state.fields.slice(0, from)];
  const next = order.find((field) => field !== "url" && !shown.has(field));
  return { ...state, current: next ?? state.current };
}
