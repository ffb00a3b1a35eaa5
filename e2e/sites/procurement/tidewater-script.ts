/** The application of the regional bidding service, as a browser gets it; `isNext` is the next release, of the same facts. */
export const tidewaterScript = (isNext: boolean): string => `
(function () {
  const isNext = ${isNext};
  const api = "/vendor/api/v2/solicitations";
  const make = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "style") Object.assign(node.style, value);
      else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (value !== null && value !== false) node.setAttribute(name, value);
    }
    node.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
    return node;
  };
  const zone = { timeZone: "America/New_York" };
  const day = (at) => new Intl.DateTimeFormat("en-US", { ...zone, dateStyle: "medium" }).format(at);
  const moment = (at) => new Intl.DateTimeFormat("en-US", { ...zone, month: "short", day: "numeric", year: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short" }).format(at);
  const money = (amount) => new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 0 }).format(amount);
  const words = { OPN: "Accepting responses", EVL: "In evaluation", CAN: "Canceled", AWD: "Awarded", NOI: "Notice of intent" };
  const reasons = { DUE_DATE: "Due date changed", STATUS: "Status changed", SCOPE: "Requirements changed" };
  const height = isNext ? 64 : 76;
  const rows = [];
  let [cursor, total, isLoading, seen] = ["", 0, false, ""];

  const pill = (code) => make("span", { class: (isNext ? "chip chip_" : "pill pill-") + code.toLowerCase() }, words[code]);
  const viewed = () => new URLSearchParams(location.search).get("view");
  const open = (event, key) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    history.pushState({}, "", key ? "?view=" + key : location.pathname);
    drawer();
  };

  async function more() {
    if (isLoading || cursor === null) return;
    isLoading = true;
    const reply = await fetch(api + "/search?cursor=" + encodeURIComponent(cursor), { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ filters: {}, sort: "publishedOn:desc" }) });
    const found = await reply.json();
    rows.push(...found.hits);
    cursor = found.nextCursor;
    total = found.total;
    isLoading = false;
    draw();
  }

  const row = (hit, index) => make("div", { class: isNext ? "grid-row" : "vrow", role: "row", "aria-rowindex": String(index + 1), style: { position: "absolute", top: index * height + "px", height: height + "px", left: 0, right: 0 } },
    make("div", { role: "cell", class: "cell-main" }, make("a", { href: "?view=" + hit.key, onclick: (event) => open(event, hit.key) }, hit.name), make("div", { class: "cell-sub" }, hit.agencyName)),
    make("div", { role: "cell" }, pill(hit.statusCode)),
    make("div", { role: "cell" }, hit.dueOn ? "Due " + (isNext ? moment(hit.dueOn) : day(hit.dueOn)) : "No due date"));

  const box = make("div", { class: "vlist", role: "table", "aria-label": "Solicitations", tabindex: "0", style: { height: "456px", overflowY: "auto", position: "relative" }, onscroll: () => draw() });
  const sizer = make("div", { class: "vlist-sizer", style: { position: "relative" } });
  const count = make("p", { class: "count", "aria-live": "polite" });
  box.append(sizer);

  /** Only what is in sight, and two rows before and after it. */
  function draw() {
    sizer.style.height = rows.length * height + "px";
    const first = Math.max(0, Math.floor(box.scrollTop / height) - 2);
    const last = Math.min(rows.length, Math.ceil((box.scrollTop + box.clientHeight) / height) + 2);
    const now = first + "-" + last + "-" + rows.length;
    if (now !== seen) {
      seen = now;
      sizer.replaceChildren(...rows.slice(first, last).map((hit, index) => row(hit, first + index)));
      count.textContent = total + " solicitations";
    }
    if (last >= rows.length - 1) more();
  }

  const side = make("div", { class: "drawer-host" });
  async function drawer() {
    const key = viewed();
    document.title = "Tidewater Bids";
    if (!key) return side.replaceChildren();
    side.replaceChildren(make("div", { class: "drawer", role: "dialog" }, make("div", { class: "skeleton" })));
    const reply = await fetch(api + "/" + key);
    if (!reply.ok) return side.replaceChildren(make("div", { class: "drawer", role: "dialog" }, make("h2", {}, "This solicitation is not available")));
    const it = await reply.json();
    document.title = it.name + " | Tidewater Bids";
    const facts = [["Agency", it.agencyName], ["Solicitation number", it.solicitationNumber], ["Type", it.solicitationType], ["Department", it.department], ["Commodity code", it.unspsc], ["Estimated value", it.estimatedValue && money(it.estimatedValue)]].filter(([, value]) => value);
    const list = isNext
      ? make("table", { class: "facts" }, make("tbody", {}, facts.map(([label, value]) => make("tr", {}, make("th", {}, label), make("td", {}, value)))))
      : make("div", { class: "facts" }, facts.map(([label, value]) => make("div", { class: "fact" }, make("span", { class: "fact-label" }, label), make("span", { class: "fact-value" }, value))));
    const steps = make("ol", { class: "timeline" }, it.timeline.map(({ label, at }) => make("li", { class: at < it.asOf ? "past" : "ahead" }, make("b", {}, label), " ", moment(at))));
    side.replaceChildren(make("div", { class: isNext ? "modal" : "drawer", role: "dialog", "aria-modal": "true", "aria-label": it.name },
      make("button", { type: "button", "aria-label": "Close", onclick: (event) => open(event, "") }, "\\u00d7"),
      make("h2", {}, it.name), pill(it.statusCode), list, make("h3", {}, "Timeline"), steps, make("h3", {}, "Synopsis"), make("p", {}, it.synopsis),
      it.minimumRequirements.length > 0 && [make("h3", {}, "Minimum requirements"), make("ul", {}, it.minimumRequirements.map((text) => make("li", {}, text)))],
      it.files.length > 0 && [make("h3", {}, "Files"), make("ul", {}, it.files.map(({ name, href, pages }) => make("li", {}, make("a", { href, download: name }, name), " " + pages + " pages")))],
      it.addenda.length > 0 && [make("h3", {}, "Addenda"), make("ul", {}, it.addenda.map(({ number, issuedOn, kind, formerDueOn }) => make("li", {}, "Addendum " + number + ", " + day(issuedOn) + ": " + reasons[kind] + (formerDueOn ? " (was " + moment(formerDueOn) + ")" : ""))))]));
  }

  document.getElementById("app-root").replaceChildren(
    make("header", { class: "bar" }, make("a", { href: "/vendor/solicitations" }, "Tidewater Bids"), make("a", { href: "/vendor/sign-in" }, "Vendor sign in")),
    make("main", {}, make("h1", {}, "Solicitations"), make("input", { type: "search", placeholder: "Search solicitations", "aria-label": "Search" }), count, box),
    side,
    make("div", { class: "toast", role: "status" }, "You are browsing as a guest."));
  addEventListener("popstate", drawer);
  more();
  drawer();
})();
`;
