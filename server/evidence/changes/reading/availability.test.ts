import { expect, test } from "vitest";
import { compareCaptures } from "../compare-captures";
import { aPage } from "../testing/a-page";

const product = (button: string, more = "") =>
  aPage(
    `<h1>Travel Kettle</h1><p>Folds to the height of a paperback, and boils on gas or spirit.</p><form action="/cart">${button}</form>${more}`,
  );
const add = '<button type="submit"><span>Add to cart</span></button>';
const soldOut = "<button disabled>Sold out</button>";

test("a thing that is sold out, and one that can be had again, is told in the words of its button", () => {
  const gone = compareCaptures(product(add), product(soldOut));
  expect(gone.items.map(({ before, after }) => [before, after])).toEqual([["Add to cart", "Sold out"]]);
  expect(gone.verdict).toBe("wording");
  const back = compareCaptures(product(soldOut), product(add));
  expect(back.items.map(({ before, after }) => [before, after])).toEqual([["Sold out", "Add to cart"]]);
});

test("another word for the same, a button that has gone and the buttons of a list say nothing", () => {
  expect(compareCaptures(product(add), product("<button>Buy now</button>")).verdict).toBe("none");
  expect(compareCaptures(product(add), product("")).verdict).toBe("none");
  expect(compareCaptures(product(add, add.repeat(4)), product(soldOut, add.repeat(4))).verdict).toBe("none");
});

test("the choice that is sold out with the thing is not told beside it; one of several is", () => {
  const page = (button: string, ...options: string[]) =>
    aPage(
      `<h1>Travel Kettle</h1><p>Folds to the height of a paperback, and boils on gas or spirit.</p><form method="post" action="/cart"><select name="id">${options.map((text, at) => `<option value="${at + 1}"${text.endsWith("out") ? " disabled" : ""}>${text}</option>`).join("")}</select>${button}</form>`,
    );
  const told = (before: string[], after: string[], button: string) =>
    compareCaptures(page(add, ...before), page(button, ...after)).items.map(({ before, after }) => [before, after]);
  expect(told(["Kettle - £44.00"], ["Kettle - Sold out"], soldOut)).toEqual([["Add to cart", "Sold out"]]);
  const some = told(["White - £44.00", "Green - £44.00"], ["White - £44.00", "Green - Sold out"], add);
  expect(some).toEqual([["£44.00", null]]);
});
