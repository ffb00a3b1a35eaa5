import { Element } from "domhandler";
import { expect, test } from "vitest";
import { nameByClass } from "./name-by-class";

const named = (classes: string) => nameByClass(new Element("span", { class: classes }));

test("a value is called by the word of the trade that its classes hold, wherever it stands in them", () => {
  expect(named("product-price")).toBe("price");
  expect(named("price--sale")).toBe("price");
  expect(named("jobLocation")).toBe("location");
  expect(named("berth-card__tide")).toBe("tide");
  expect(named("berth__tide")).toBe("tide");
});

test("names of looks, of utilities and of no language are no names", () => {
  for (const classes of [
    "soft",
    "text-soft",
    "text-xl text-slate-500",
    "css-1x9k",
    "sc-bdvvtQ",
    "mt-4 flex items-baseline",
    "btn",
    "text-start font-size",
  ])
    expect(named(classes), classes).toBeNull();
});
