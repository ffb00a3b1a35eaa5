import { expect, test } from "vitest";
import { choiceLine, readChoices } from "./read-choices";

const written = (html: string) => readChoices(html).map(choiceLine);
const attribute = (value: unknown) => JSON.stringify(value).replaceAll('"', "&quot;");

test("variants that a page keeps for its script are read with their prices", () => {
  const variants = [
    { attributes: { attribute_pa_length: "10 m" }, sku: "R10", display_price: 12.5, price_html: "<b>€ 12.50</b>" },
    { attributes: { attribute_pa_length: "40 m" }, sku: "R40", display_price: 41, price_html: "<b>€ 41.00</b>" },
  ];
  expect(written(`<form data-product_variations="${attribute(variants)}"></form>`)).toEqual([
    "10 m: € 12.50",
    "40 m: € 41.00",
  ]);
  const other = { id: 4, variants: [{ option1: "Tarred", option2: "8 mm", price: "9,90 €" }] };
  expect(written(`<div data-product-json='${JSON.stringify(other)}'></div>`)).toEqual(["Tarred, 8 mm: 9,90 €"]);
});

test("without them, what a form asks to choose before it is put into the basket", () => {
  const form = `<form method="post" action="/basket"><select name="thickness"><option value="">Please choose</option><option>6 mm</option><option value="8">8 mm</select>
    <select name="quantity"><option>1 piece<option>2 pieces</select><button>Buy</button></form>`;
  expect(written(form)).toEqual(["6 mm", "8 mm"]);
  const soldOut = form.replace(
    "<option>6 mm</option>",
    '<option disabled>Thickness</option><option value="6" disabled>6 mm - Sold out</option>',
  );
  expect(written(soldOut)).toEqual(["6 mm - Sold out", "8 mm"]);
});

test("no choice of a thing are countries, orders, questions to the visitor, searches and settings", () => {
  const options = `<option>North</option><option>South</option>`;
  for (const html of [
    `<form method="post"><select name="country">${options}</select><button>Go</button></form>`,
    `<form method="get"><select name="harbour">${options}</select><button>Search</button></form>`,
    `<form method="post"><input name="mail" type="email"><select name="topic">${options}</select><button>Send</button></form>`,
    `<select name="harbour">${options}</select>`,
    `<div data-products='[{"id":4,"href":"/a"}]'></div>`,
    `<div data-variants='not data'></div>`,
    `<form method="post"><select name="size">${options}</select><button>Buy</button></form>`.repeat(2),
  ])
    expect(written(html), html).toEqual([]);
});
