/** What the browser runs. Kept as text: it belongs to the page, not to this program. */
export const clientScript = `
const app = document.getElementById("app");
const make = (tag, text, attributes = {}) => {
  const element = document.createElement(tag);
  element.textContent = text ?? "";
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};
const go = (path) => { history.pushState({}, "", path); draw(); };
const link = (text, path) => {
  const element = make("a", text, { href: path });
  element.addEventListener("click", (event) => { event.preventDefault(); go(path); });
  return element;
};
async function drawList() {
  const page = new URLSearchParams(location.search).get("page") ?? "1";
  const answer = await (await fetch("/api/notices?page=" + encodeURIComponent(page))).json();
  document.title = "Notices";
  const cards = make("div", "", { class: "cards", id: "notices" });
  for (const notice of answer.notices) {
    const card = make("article", "", { class: "card" });
    const heading = make("h2");
    heading.append(link(notice.title, "/notices/" + notice.slug));
    const deadline = make("p", "Deadline: ");
    deadline.append(make("time", notice.deadline, { datetime: notice.deadlineAt }));
    card.append(heading, make("p", "Buyer: " + notice.buyer), deadline, make("p", "Value: " + notice.value), make("span", notice.status, { class: "badge" }));
    cards.append(card);
  }
  const pager = make("nav", "", { class: "pager", "aria-label": "Pages" });
  if (answer.page > 1) pager.append(link("Previous", "/notices?page=" + (answer.page - 1)));
  pager.append(make("span", "Page " + answer.page + " of " + answer.pages));
  if (answer.page < answer.pages) pager.append(link("Next", "/notices?page=" + (answer.page + 1)));
  app.replaceChildren(make("h1", "Notices"), make("p", answer.total + " notices"), cards, pager);
}
async function drawNotice(slug) {
  const reply = await fetch("/api/notices/" + encodeURIComponent(slug));
  if (!reply.ok) return app.replaceChildren(make("h1", "Not found"));
  const notice = await reply.json();
  document.title = notice.title;
  const facts = make("dl", "", { class: "facts" });
  for (const [name, value] of [["Buyer", notice.buyer], ["Reference", notice.reference], ["Deadline", notice.deadline], ["Estimated value", notice.value], ["Status", notice.status]])
    facts.append(make("dt", name), make("dd", value));
  const list = make("ul");
  for (const text of notice.requirements) list.append(make("li", text));
  app.replaceChildren(make("h1", notice.title), facts, make("h2", "Description"), make("p", notice.summary), make("h2", "What the supplier must meet"), list);
}
function draw() {
  const slug = location.pathname.match(/^\\/notices\\/([\\w-]+)$/);
  app.replaceChildren(make("p", "Loading…", { class: "soft" }));
  return slug ? drawNotice(slug[1]) : drawList();
}
addEventListener("popstate", draw);
draw();
`;
