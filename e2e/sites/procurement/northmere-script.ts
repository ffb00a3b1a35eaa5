/** The finder of the city's site as a browser gets it; `isNext` is the next release, of the same facts. */
export const northmereScript = (isNext: boolean): string => `
(function (once, settings) {
  "use strict";
  var isNext = ${isNext};
  var perPage = 9;
  var states = { open: "Open", closed: "Closed", cancelled: "Cancelled", awarded: "Awarded", prior: "Planned" };
  var midnight = function (stamp) { return Date.UTC(+stamp.slice(0, 4), +stamp.slice(5, 7) - 1, +stamp.slice(8, 10)); };
  var daysTo = function (from, to) { return Math.round((midnight(to) - midnight(from)) / 86400000); };
  var posted = function (at, now) {
    var days = daysTo(at, now);
    return days <= 0 ? "Posted today" : days === 1 ? "Posted yesterday" : days < 60 ? "Posted " + days + " days ago" : "Posted " + Math.round(days / 30) + " months ago";
  };
  var closing = function (it, now) {
    if (it.field_state === "cancelled") return "Not going ahead";
    if (it.field_state === "prior") return "Not yet open";
    var days = daysTo(now, it.field_closes);
    if (it.field_state !== "open") return days === 0 ? "Closed today" : days === -1 ? "Closed yesterday" : days < 0 ? "Closed " + -days + " days ago" : "Closed early";
    return days === 0 ? "Closes today" : days === 1 ? "Closes tomorrow" : "Closes in " + days + " days";
  };
  var el = function (tag, name, text) {
    var node = document.createElement(tag);
    if (name) node.className = name;
    if (text !== undefined) node.textContent = text;
    return node;
  };
  var linkTo = function (it) {
    var link = el("a", "opp__link", it.title);
    link.href = it.path.alias;
    return link;
  };
  var card = function (it, buyer, now) {
    var item = el("li", isNext ? "finder-row" : "opp-card");
    if (isNext) {
      item.append(linkTo(it), el("span", "finder-row__buyer", buyer), el("span", "finder-row__when", closing(it, now)), el("span", "tag tag--" + it.field_state, states[it.field_state]));
      return item;
    }
    var head = el("h3", "opp-card__title");
    head.append(linkTo(it));
    var foot = el("p", "opp-card__when");
    foot.append(el("span", "opp-card__posted", posted(it.field_published, now)), " \\u00b7 ", el("strong", "opp-card__closing", closing(it, now)));
    item.append(el("span", "opp-card__state opp-card__state--" + it.field_state, states[it.field_state]), head, el("p", "opp-card__buyer", buyer), foot);
    return item;
  };
  once("opportunity-finder", "[data-opportunity-finder]", document).forEach(function (root) {
    fetch(root.dataset.endpoint, { headers: { accept: "application/vnd.api+json" } })
      .then(function (reply) { return reply.json(); })
      .then(function (found) {
        var now = found.meta.generated;
        var names = {};
        found.included.forEach(function (one) { names[one.id] = one.attributes.name; });
        var all = found.data.map(function (one) { return card(one.attributes, names[one.relationships.field_buyer.data.id], now); });
        var list = el("ul", isNext ? "finder-rows" : "opp-cards");
        var turns = el("div", "finder-pager");
        var show = function (page) {
          list.replaceChildren.apply(list, all.slice((page - 1) * perPage, page * perPage));
          turns.replaceChildren();
          for (var number = 1; number <= Math.ceil(all.length / perPage); number++) {
            var button = el("button", number === page ? "is-active" : "", String(number));
            button.type = "button";
            button.setAttribute("aria-label", "Page " + number);
            button.onclick = show.bind(null, number);
            turns.append(button);
          }
        };
        show(1);
        root.replaceChildren(el("p", "finder-count", all.length + " opportunities"), list, turns);
      });
  });
})(function (id, selector, context) {
  return Array.from(context.querySelectorAll(selector)).filter(function (node) {
    if ((node.dataset.once || "").split(" ").includes(id)) return false;
    node.dataset.once = id;
    return true;
  });
}, window.drupalSettings || {});
`;
