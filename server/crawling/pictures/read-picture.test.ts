import { createCanvas } from "@napi-rs/canvas";
import { expect, it } from "vitest";
import { findListing } from "@/server/crawling/listings";
import { readPictureAsMarkup } from ".";
import { wordsToMarkup } from "./words-to-markup";

const rows = [
  ["Title", "Buyer", "Deadline"],
  ["Repair of the town hall roof", "Ashby", "2031-05-03"],
  ["Lunches for eleven schools", "Northfold", "2031-05-05"],
  ["Scanning of the archive", "Harrowmere", "2031-05-08"],
  ["Bridge over the mill stream", "Saltgate", "2031-06-09"],
];

it("reads a list that a page shows only as a picture, with its columns", async () => {
  const canvas = createCanvas(1000, 300);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, 1000, 300);
  pen.fillStyle = "#000";
  // By name: the first font that a machine lists may have no letters at all.
  pen.font = '24px "DejaVu Sans", "Liberation Sans", Arial, sans-serif';
  rows.forEach((row, at) => {
    for (const [column, text] of row.entries()) pen.fillText(text, [20, 480, 760][column] ?? 0, 40 + at * 50);
  });
  const markup = await readPictureAsMarkup(canvas.toBuffer("image/png"), "en", AbortSignal.timeout(60_000));
  const records = findListing(markup ?? "", "https://a.example/")?.records;
  expect(records?.map(({ title, fields }) => [title, fields.Buyer, fields.Deadline])).toEqual(rows.slice(1));
}, 60_000);

it("finds nothing in a picture without words, or in what is no picture", async () => {
  const canvas = createCanvas(200, 200);
  expect(await readPictureAsMarkup(canvas.toBuffer("image/png"), "en", AbortSignal.timeout(60_000))).toBeNull();
  expect(await readPictureAsMarkup(Buffer.from("<svg/>"), "en", AbortSignal.timeout(60_000))).toBeNull();
}, 60_000);

it("writes words as text, whatever they say", () => {
  const line = (text: string, at: number) =>
    text
      .split(" ")
      .map((word, place) => ({ text: word, left: place * 60, right: place * 60 + 55, top: at, bottom: at + 20 }));
  const markup = wordsToMarkup([line("<script>alert(1)</script> & so on", 0), line("one two three four five", 40)]);
  expect(markup).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; so on");
});
