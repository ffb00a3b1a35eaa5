import { expect, test } from "vitest";
import { indexAt, moveCard, placeAfterArrow, placeOf } from "./board-order.logic";

const lanes = [
  { key: "new", cards: [{ id: "a" }, { id: "b" }] },
  { key: "review", cards: [{ id: "c" }] },
  { key: "sent", cards: [] },
];
const shape = (some: readonly { key: string; cards: readonly { id: string }[] }[]) =>
  some.map((lane) => `${lane.key}:${lane.cards.map((card) => card.id).join("")}`).join(" ");

test("a card moves to its place in another lane, and every card stays once", () => {
  expect(shape(moveCard(lanes, "a", { lane: "review", index: 1 }))).toBe("new:b review:ca sent:");
  expect(shape(moveCard(lanes, "a", { lane: "sent", index: 0 }))).toBe("new:b review:c sent:a");
});

test("within its lane a card is counted without itself", () => {
  expect(shape(moveCard(lanes, "a", { lane: "new", index: 1 }))).toBe("new:ba review:c sent:");
  expect(shape(moveCard(lanes, "a", { lane: "new", index: 0 }))).toBe("new:ab review:c sent:");
});

test("lanes without the card keep their identity, so that they are not drawn again", () => {
  expect(moveCard(lanes, "a", { lane: "new", index: 1 })[1]).toBe(lanes[1]);
  expect(moveCard(lanes, "x", { lane: "new", index: 0 })).toBe(lanes);
  expect(moveCard(lanes, "a", { lane: "gone", index: 0 })).toBe(lanes);
});

test("arrows lead a picked card up, down and into the lanes beside, never out of the board", () => {
  const at = placeOf(lanes, "b");
  expect(at).toEqual({ lane: "new", index: 1 });
  if (!at) return;
  expect(placeAfterArrow(lanes, "b", at, "ArrowDown")).toBeNull();
  expect(placeAfterArrow(lanes, "b", at, "ArrowUp")).toEqual({ lane: "new", index: 0 });
  expect(placeAfterArrow(lanes, "b", at, "ArrowLeft")).toBeNull();
  expect(placeAfterArrow(lanes, "b", at, "ArrowRight")).toEqual({ lane: "review", index: 1 });
  expect(placeAfterArrow(lanes, "b", { lane: "review", index: 1 }, "ArrowRight")).toEqual({ lane: "sent", index: 0 });
  expect(placeAfterArrow(lanes, "b", at, "Enter")).toBeNull();
});

test("a card is let go before the first card whose middle lies below the pointer", () => {
  expect(indexAt([20, 60, 100], 5)).toBe(0);
  expect(indexAt([20, 60, 100], 61)).toBe(2);
  expect(indexAt([], 5)).toBe(0);
});
