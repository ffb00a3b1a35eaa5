import { carePlans, devicesOf, people } from "./script-shop-content";
import { asJson, asScript, type DayTruth, type Noise, type SiteDay, type SiteMake } from "./watched-site";

/** A vendor whose pages are drawn by a script with a router of its own; the care plans stand in the open shadow root of an element. */
export const scriptShop: SiteMake = {
  pasted: "/",
  answer: ({ path, query }, day, noise) => {
    if (path.startsWith("/static/app.")) return asScript(script(day));
    if (path === "/api/catalog")
      return asJson({
        requestId: noise.token,
        viewers: noise.visitors,
        devices: devicesOf(day),
        family: query.get("family"),
      });
    if (path === "/api/care") return asJson({ plans: carePlans(day) });
    if (path === "/api/people") return asJson({ people });
    if (path.startsWith("/api/")) return { ...asJson({ error: "unknown" }), status: 404 };
    const isKnown = truth(day).pages.includes(path) || path === "/imprint";
    return { status: isKnown ? 200 : 404, body: shell(noise) };
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  const listed = devicesOf(day === 2 ? 1 : day);
  return {
    pages: ["/", "/products", "/care", "/company", ...listed.map(({ slug }) => `/products/${slug}`)],
    records: listed.map(({ slug, name, price, lead }) => ({
      page: `/products/${slug}`,
      title: name,
      values: [price, lead],
    })),
    changes:
      day === 1
        ? [
            { pages: ["/products/s-240", "/products"], was: "€3,480", is: "€3,690" },
            { pages: ["/products", "/"], was: "Teach box" },
            { pages: ["/products", "/"], is: "S-360 line camera" },
            { pages: ["/care"], was: "4 hours", is: "8 hours" },
          ]
        : [],
    emptied: day === 2 ? [{ pages: ["/products/bar-600", "/products"], value: "€820" }] : [],
    flapping: [],
  };
}

const shell = (noise: Noise) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kestrel Optics</title><link rel="modulepreload" href="/static/app.${noise.build}.js"><script type="module" src="/static/app.${noise.build}.js"></script></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="app"></div></body></html>`;

const script = (day: SiteDay) => `
const isNext = ${day === 3};
const h = (tag, props, ...children) => { const node = document.createElement(tag); for (const [name, value] of Object.entries(props || {})) node.setAttribute(name, value); node.append(...children); return node; };
const link = (href, text) => { const a = h("a", { href, class: "css-" + Math.random().toString(36).slice(2, 8) }, text); a.addEventListener("click", (event) => { event.preventDefault(); history.pushState({}, "", href); route(); }); return a; };
const get = async (path) => (await fetch(path)).json();
customElements.define("care-plan", class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    const plan = JSON.parse(this.dataset.plan);
    root.append(h("h3", {}, plan.name), h("p", { part: "price" }, plan.price), h("ul", {}, ...plan.items.map((item) => h("li", {}, item))));
  }
});
const pages = {
  "/": async () => { const { devices, viewers } = await get("/api/catalog"); return ["Machine vision that stays calm", h("section", {}, h("h1", {}, "Machine vision that stays calm"), h("p", {}, "Kestrel builds cameras, lights and software for people who make things by the kilometre."), h("p", { class: "live" }, viewers + " people are viewing this site"), h("h2", {}, "What we make"), h("ul", {}, ...devices.map((one) => h("li", {}, link("/products/" + one.slug, one.name)))))]; },
  "/products": async () => { const { devices } = await get("/api/catalog"); const card = (one) => isNext ? h("div", { class: "row" }, h("div", {}, h("h3", {}, link("/products/" + one.slug, one.name)), h("span", {}, one.tagline)), h("div", {}, h("span", { class: "amount" }, one.price), h("span", {}, one.lead))) : h("article", { class: "card" }, link("/products/" + one.slug, one.name), h("p", {}, one.tagline), h("span", { class: "price" }, one.price), h("span", { class: "delivery" }, one.lead)); return ["Products", h("section", {}, h("h1", {}, "Products"), h("div", { class: "list" }, ...devices.map(card)))]; },
  "/care": async () => { const { plans } = await get("/api/care"); return ["Care plans", h("section", {}, h("h1", {}, "Care plans"), h("p", {}, "A line that stands costs more than anything we sell."), ...plans.map((plan) => h("care-plan", { "data-plan": JSON.stringify(plan) })))]; },
  "/company": async () => { const { people } = await get("/api/people"); return ["Company", h("section", {}, h("h1", {}, "Company"), h("p", {}, "Kestrel Optics Oy has 57 people in Oulu and Enschede. It belongs to those who work in it."), h("h2", {}, "Management"), h("ul", {}, ...people.map(([name, role]) => h("li", {}, h("b", {}, name), " ", role))))]; },
};
async function product(slug) {
  const { devices } = await get("/api/catalog");
  const one = devices.find((device) => device.slug === slug);
  if (!one) return ["Not found", h("h1", {}, "Not found")];
  const facts = [["Price", one.price], ["Delivery", one.lead], ...one.specs];
  const box = isNext ? h("table", {}, ...facts.map(([label, value]) => h("tr", {}, h("th", {}, label), h("td", {}, value)))) : h("dl", {}, ...facts.flatMap(([label, value]) => [h("dt", {}, label), h("dd", {}, value)]));
  const text = one.text.map((words) => h("p", {}, words));
  return [one.name, h("section", {}, h("h1", {}, one.name), h("p", { class: "tagline" }, one.tagline), ...(isNext ? [box, ...text] : [...text, box]), link("/products", "All products"))];
}
async function route() {
  const path = location.pathname;
  const [title, content] = path.startsWith("/products/") ? await product(path.split("/")[2]) : await (pages[path] || pages["/"])();
  document.title = title + " | Kestrel Optics";
  const menu = h("nav", {}, link("/", "Home"), link("/products", "Products"), link("/care", "Care plans"), link("/company", "Company"));
  document.getElementById("app").replaceChildren(h("header", {}, h("strong", {}, "Kestrel Optics"), menu), h("main", {}, content), h("footer", {}, "Kestrel Optics Oy, Oulu"));
}
addEventListener("popstate", route);
setTimeout(route, 120);
`;
