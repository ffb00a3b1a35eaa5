import { expect, test } from "vitest";
import { besideOpenings } from "./beside-openings";

const here = (path: string) => `https://a.example${path}`;
const link = (path: string, text: string, rel = "") => ({ url: here(path), text, rel, inMain: false });
const opening = (path: string, title: string, team: string, place: string) => ({
  ...{ title, url: here(path), text: title },
  fields: { Team: team, place, "Apply by": "3 May" },
});
const openings = [
  opening("/job/fitter/1/", "Fitter", "Yard & Dock", "Leith"),
  opening("/job/clerk/2/", "Clerk", "Office", "Oban"),
  opening("/job/diver/3/", "Diver", "Yard & Dock", "Oban"),
];
const menu = [link("/", "Home"), link("/go/yard/88/", "Yard & Dock jobs (2)"), link("/go/office/99/", "Office")];
const pathsOf = (url: string, links: typeof menu, records = openings) =>
  besideOpenings(here(url), links, records).map(({ url: one, kind }) => `${kind} ${new URL(one).pathname}`);

test("lists that are called like what the openings say of themselves, and the front page above all of them, belong to a board", () => {
  expect(pathsOf("/search/", [...menu, link("/press", "Press"), link("/search/", "All jobs")])).toEqual([
    "listing /go/yard/88/",
    "listing /go/office/99/",
    "page /",
  ]);
});

test("one link that is called like a value, an opening, a filter or what must not be followed makes no group", () => {
  expect(pathsOf("/search/", [link("/", "Home"), link("/oban", "Oban")])).toEqual([]);
  const filters = [link("/search/?team=Office", "Office"), link("/search/?team=Yard", "Yard & Dock")];
  expect(pathsOf("/search/", filters)).toEqual([]);
  expect(pathsOf("/search/", [link("/job/clerk/2/", "Office"), link("/job/diver/3/", "Yard & Dock")])).toEqual([]);
  expect(pathsOf("/search/", [link("/o", "Office", "nofollow"), link("/y", "Yard & Dock", "nofollow")])).toEqual([]);
});

test("the top of a site is a board's front page only where the site is the board's; a folder of its own always", () => {
  const home = [link("/", "Home"), link("/careers/", "Careers")];
  expect(pathsOf("/jobs/", home)).toEqual([]);
  const inFolder = openings.map((one) => ({ ...one, url: one.url.replace("/job/", "/careers/job/") }));
  expect(pathsOf("/careers/openings/", home, inFolder)).toEqual(["page /careers/"]);
  const at = (url: string) => url.replace("a.example", "jobs.a.example");
  const onOwnHost = openings.map((one) => ({ ...one, url: at(one.url) }));
  const links = home.map((one) => ({ ...one, url: at(one.url) }));
  expect(besideOpenings("https://jobs.a.example/list/", links, onOwnHost)).toEqual([
    { url: "https://jobs.a.example/", kind: "page" },
  ]);
});
