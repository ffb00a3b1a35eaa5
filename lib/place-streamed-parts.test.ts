import { expect, test } from "vitest";
import { placeStreamedParts } from "./place-streamed-parts";

const move = (number: number) => `<script>$RC=window.$RC||function(b,c){};$RC("B:${number}","S:${number}")</script>`;
const place = (number: number) => `<!--$?--><template id="B:${number}"></template><i>...</i><!--/$-->`;

test("parts that came late stand in their places, also one within another", () => {
  const html = `<main><h1>Fees</h1>${place(0)}<p>end</p></main><footer>f</footer><div hidden id="S:0"><p>first</p><div>${place(1)}</div></div>${move(0)}<div hidden="" id="S:1"><p>second</p></div>${move(1)}`;
  expect(placeStreamedParts(html).replace(/<script>.*?<\/script>/g, "")).toBe(
    "<main><h1>Fees</h1><!--$?--><p>first</p><div><!--$?--><p>second</p><i>...</i><!--/$--></div><i>...</i><!--/$--><p>end</p></main><footer>f</footer>",
  );
});

test("what waits for nothing, or is moved by nobody, stays where it is", () => {
  for (const html of [
    `<main>${place(0)}</main><div hidden id="S:0"><p>late</p></div>`,
    `<main></main><div hidden id="S:0"><p>late</p></div>${move(0)}`,
    `<p>plain</p>`,
  ])
    expect(placeStreamedParts(html)).toBe(html);
});
