import { asJson, asScript, type Noise, type SiteDay, type SiteMake } from "../vendors/watched-site";
import { boardTruth, type Opening, openingsOf, registers } from "./openings";

const all = registers.maps;
const perTurn = 5;
const pathOf = ({ id }: Opening) => `/positions/${id}`;

/** A list of openings that a script draws, five at a time, with a button for more; the pages of openings are drawn, too. */
export const loadMore: SiteMake = {
  pasted: "/positions",
  answer: ({ path, query }, day, noise) => {
    const open = openingsOf(all, day);
    if (path === "/assets/jobs.js") return asScript(script(day));
    if (path === "/rest/positions") {
      const offset = Number(query.get("offset")) || 0;
      const shown = open
        .slice(offset, offset + perTurn)
        .map((one) => (day === 2 && one.title === "Type Designer" ? { ...one, place: "" } : one));
      return asJson({ trace: noise.token, total: open.length, shown });
    }
    if (path.startsWith("/rest/positions/")) {
      const one = open.find(({ id }) => path.endsWith(`/${id}`));
      return one ? asJson({ ...one, watching: noise.visitors }) : { ...asJson({}), status: 404 };
    }
    if (path === "/" || path === "/positions" || open.some((one) => pathOf(one) === path))
      return { body: shell(noise) };
    return null;
  },
  truth: (day) => {
    const truth = boardTruth(all, day, { lists: ["/positions"], pathOf });
    return day === 2 ? { ...truth, emptied: [{ pages: ["/positions"], value: "Lisbon" }] } : truth;
  },
};

const shell = (noise: Noise) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Positions at Contour</title></head><body><div id="mount" data-build="${noise.build}"></div><script src="/assets/jobs.js?v=${noise.build}"></script></body></html>`;

const script = (day: SiteDay) => `
(() => {
  const isNext = ${day === 3};
  const mount = document.getElementById("mount");
  const make = (tag, className, text) => { const node = document.createElement(tag); if (className) node.className = className; if (text) node.textContent = text; return node; };
  const head = make("header"); const home = make("a", "", "Contour"); home.href = "/positions"; head.append(home);
  const main = make("main"); mount.append(head, main);
  async function list() {
    document.title = "Positions at Contour";
    main.append(make("h1", "", "Positions"), make("p", "", "Contour makes maps for people on foot."));
    const board = make(isNext ? "ul" : "div", "board"); main.append(board);
    const more = make("button", "more", "Load more"); more.type = "button";
    let offset = 0;
    async function turn() {
      const { total, shown } = await (await fetch("/rest/positions?offset=" + offset)).json();
      for (const one of shown) {
        const card = make(isNext ? "li" : "div", isNext ? "line" : "position"); const link = make("a", "", one.title); link.href = "/positions/" + one.id;
        if (isNext) card.append(make("small", "", one.team), link, make("em", "", one.place), make("i", "", one.terms));
        else { const title = make("h3"); title.append(link); card.append(title, make("span", "team", one.team), make("span", "place", one.place), make("span", "terms", one.terms)); }
        board.append(card);
      }
      offset += shown.length;
      if (offset >= total) more.remove();
    }
    more.addEventListener("click", turn); main.append(more); await turn();
  }
  async function single(id) {
    const one = await (await fetch("/rest/positions/" + id)).json();
    document.title = one.title + " at Contour";
    main.append(make("h1", "", one.title));
    const facts = make("p", "facts"); for (const words of [one.team, one.place, one.terms]) facts.append(make("span", "fact", words), " ");
    main.append(facts, ...one.text.map((words) => make("p", "", words)), make("p", "live", one.watching + " people are reading this"));
  }
  const id = location.pathname.split("/")[2];
  setTimeout(() => (id ? single(id) : list()), 80);
})();
`;
