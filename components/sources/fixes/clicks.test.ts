import { expect, it } from "vitest";
import { type ClickAction, clicksOf, hasTitle, nextClicks, startOf } from "./clicks.logic";

const after = (...actions: ClickAction[]) => actions.reduce(nextClicks, startOf({ fields: [], kind: "portal" }));
const pick = (node: number): ClickAction => ({ kind: "pick", node, text: `text ${node}` });

it("goes on to the next field after each click, past the link, which the title brings", () => {
  const state = after(pick(3), pick(5));
  expect(state.picks).toEqual([
    { field: "title", node: 3, text: "text 3" },
    { field: "Deadline", node: 5, text: "text 5" },
  ]);
  expect(state.current).toBe("Buyer");
  expect(hasTitle(state)).toBe(true);
});

it("replaces what was shown before, and forgets what is taken back", () => {
  const again = after(pick(3), { kind: "choose", field: "title" }, pick(4));
  expect(again.picks.map(({ node }) => node)).toEqual([4]);
  expect(nextClicks(again, { kind: "clear", field: "title" })).toMatchObject({ picks: [], current: "title" });
});

it("takes a new field once, whatever its letters, and never an empty one", () => {
  const state = after({ kind: "add", field: " Place " }, { kind: "add", field: "place" }, { kind: "add", field: " " });
  expect(state.fields).toEqual(["title", "url", "Deadline", "Buyer", "Reference", "Place"]);
  expect(state.current).toBe("Place");
});

it("hands over the second entry after the first and beginning with its title", () => {
  const state = after(pick(3), { kind: "second", isSecond: true }, { kind: "choose", field: "Buyer" }, pick(9), {
    kind: "choose",
    field: "title",
  });
  expect(clicksOf(state)).toEqual([{ field: "title", node: 3 }]);
  expect(clicksOf(nextClicks(state, pick(8)))).toEqual([
    { field: "title", node: 3 },
    { field: "title", node: 8 },
    { field: "Buyer", node: 9 },
  ]);
});

it("names the fields as the source has called them", () => {
  const { fields } = startOf({ fields: ["Frist", "Auftraggeber"], kind: "portal" });
  expect(fields).toEqual(["title", "url", "Frist", "Auftraggeber"]);
});

it("begins with what lists of that kind have: no buyer and no deadline where prices are read", () => {
  expect(startOf({ fields: [], kind: "pricing" }).fields).toEqual(["title", "url", "Price", "Unit"]);
  expect(startOf({ fields: [], kind: "ocds" }).fields).toContain("Deadline");
});
