import { expect, test } from "vitest";
import { versionPaths } from "./version-paths.logic";

const documents = [
  { path: "Bridge/Request.pdf" },
  { path: "Bridge/lot 1/Prices.xlsx" },
  { path: "Bridge/lot 2/Prices.xlsx" },
];
const paths = (...given: string[]) =>
  versionPaths(
    given.map((path) => ({ path })),
    documents,
  ).map(({ path }) => path);

test("a file dropped alone renews the one document of its name, in whatever folder that came", () => {
  expect(paths("request.pdf")).toEqual(["Bridge/Request.pdf"]);
  expect(paths("Bridge/lot 2/Prices.xlsx")).toEqual(["Bridge/lot 2/Prices.xlsx"]);
});

test("where it is not plain which one is meant, a file stays what it is", () => {
  expect(paths("Prices.xlsx")).toEqual(["Prices.xlsx"]);
  expect(paths("a/Request.pdf", "b/Request.pdf")).toEqual(["a/Request.pdf", "b/Request.pdf"]);
  expect(paths("Questions.pdf")).toEqual(["Questions.pdf"]);
});
