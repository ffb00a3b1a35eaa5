import { html, raw } from "../ground/html";
import { asJson, asScript, type Noise, rotated, type SiteDay, type SiteMake } from "../vendors/watched-site";
import { boardTruth, type Opening, openingsOf, registers } from "./openings";

const all = registers.coldStores;
const board = "/people/join";
const pathOf = ({ id }: Opening) => `${board}?opening=${id}`;

/**
 * A page of a company with a greeting and an empty place, into which a script draws the openings, or the one that the address names behind its
 * question mark. The server knows nothing of them: also where none is, it answers with the greeting.
 */
export const queryBoard: SiteMake = {
  pasted: board,
  answer: ({ path }, day, noise) => {
    const open = openingsOf(all, day);
    if (path === "/" || path === "/people") return { body: page("People", raw(about), noise) };
    if (path === board) return { body: page("Join us", raw(greeting), noise, true) };
    if (path === "/static/openings.js") return asScript(script(day));
    if (path === "/data/openings")
      return asJson({ servedAt: noise.turn, openings: rotated(open, noise.turn, open.length).map(lineOf) });
    const one = open.find(({ id }) => path === `/data/openings/${id}`);
    return one ? asJson({ servedAt: noise.turn, ...lineOf(one), paragraphs: one.text }) : null;
  },
  truth: (day) => boardTruth(all, day, { lists: [board], others: ["/people"], pathOf }),
};

const lineOf = ({ id, title, team, place, terms }: Opening) => ({ id, title, team, place, terms });

const about =
  "<h1>Eleven stores, one temperature</h1><p>We keep other people's fish, fruit and vaccines cold, in seven harbours and four towns. Most of us came for a winter and stayed.</p>";
const greeting =
  '<h1>Join us</h1><p>Nobody wears a tie, and everybody has a warm coat.</p><section data-openings="all"></section>';

const page = (title: string, main: ReturnType<typeof raw>, noise: Noise, isDrawn = false) =>
  html`${raw("<!doctype html>")}<html lang="en"><head><meta charset="utf-8"><title>${title} | Polder Cold Stores</title></head><body data-build="${noise.build}"><header><a href="/people">People</a> <a href="${board}">Join us</a></header><main>${main}</main><footer>Polder Cold Stores. It is ${noise.visitors} degrees below outside.</footer>${isDrawn ? html`<script defer src="/static/openings.js"></script>` : ""}</body></html>`
    .markup;

const script = (day: SiteDay) => `
const isNext = ${day === 3};
const place = document.querySelector("[data-openings]");
const make = (tag, ...children) => { const node = document.createElement(tag); node.append(...children); return node; };
const link = (text, href) => { const node = make("a", text); node.href = href; return node; };
const call = async (path) => { const reply = await fetch(path); if (!reply.ok) throw new Error(String(reply.status)); return reply.json(); };
const row = (one) => isNext
  ? make("tr", make("td", link(one.title, "${board}?opening=" + one.id)), make("td", one.team), make("td", one.place), make("td", one.terms))
  : make("li", make("h3", link(one.title, "${board}?opening=" + one.id)), make("p", one.team), make("p", one.place), make("p", one.terms));
async function list() {
  const { openings } = await call("/data/openings");
  const sorted = openings.sort((a, b) => (a.title < b.title ? -1 : 1));
  return [make("h2", "Openings"), make(isNext ? "table" : "ul", ...sorted.map(row))];
}
async function single(id) {
  const one = await call("/data/openings/" + encodeURIComponent(id));
  document.title = one.title + " | Polder Cold Stores";
  const facts = [["Team", one.team], ["Place", one.place], ["Terms", one.terms]];
  return [make("h2", one.title), ...facts.map(([label, value]) => make("p", make("b", label), " ", value)), ...one.paragraphs.map((text) => make("p", text)), link("All openings", "${board}")];
}
const asked = new URLSearchParams(location.search).get("opening");
(asked ? single(asked) : list()).then((parts) => place.replaceChildren(...parts), () => place.replaceChildren(make("p", "This position is no longer open."), link("All openings", "${board}")));
`;
