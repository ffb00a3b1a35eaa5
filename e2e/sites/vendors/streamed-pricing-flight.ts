import { html, type Markup, raw } from "../ground/html";

/** A string that begins with a dollar is told apart from a reference by a second one. */
const escaped = (value: unknown): unknown => {
  if (typeof value === "string") return value.startsWith("$") ? `$${value}` : value;
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, escaped(inner)]));
  return value;
};

interface Flight {
  buildId: string;
  chunk: string;
  path: string;
  component: string;
  props: Record<string, unknown>;
}

/** What the server tells the client's renderer: rows of references to modules and a tree with the properties of what is drawn. */
export function flightOf({ buildId, chunk, path, component, props }: Flight): string {
  const parts = path.split("/").slice(1);
  const module = ["4211", ["4211", `static/chunks/4211-${chunk}.js`, "77", `static/chunks/app/page-${chunk}.js`]];
  const rows: [id: string, value: string][] = [
    ["1", '"$Sreact.fragment"'],
    ["2", `I${JSON.stringify([...module, component])}`],
    ["3", `I${JSON.stringify(["9665", [], "OutletBoundary"])}`],
    ["0", JSON.stringify({ P: null, b: buildId, p: "", c: parts, i: false, f: [[parts, "$L4"]], m: "$undefined" })],
    ["5", JSON.stringify(["$", "$L2", null, escaped(props)])],
    ["4", JSON.stringify(["$", "$1", "c", { children: ["$L5", ["$", "$L3", null, {}]] }])],
  ];
  return rows.map(([id, value]) => `${id}:${value}\n`).join("");
}

/** In pieces, as the answer streams: they end where a buffer was full and not where a row ends. */
export function pushed(flight: string): Markup {
  const size = Math.max(400, Math.ceil(flight.length / 3));
  const pieces = Array.from({ length: Math.ceil(flight.length / size) }, (_, index) =>
    flight.slice(index * size, (index + 1) * size),
  );
  const push = (piece: string) =>
    html`<script>self.__next_f.push(${raw(JSON.stringify([1, piece]).replaceAll("<", "\\u003c"))})</script>`;
  return html`<script>(self.__next_f=self.__next_f||[]).push([0])</script>${pieces.map(push)}`;
}

/** What was not ready when its place was sent comes after the page and is moved there. */
export const moved = (number: number, content: Markup): Markup =>
  html`<div hidden id="S:${number}">${content}</div><script>$RC=window.$RC||function(b,c){b=document.getElementById(b);c=document.getElementById(c);if(!b||!c)return;c.parentNode.removeChild(c);for(var n=b.nextSibling;n&&n.nodeType!==8;){var m=n.nextSibling;n.remove();n=m}for(;c.firstChild;)b.parentNode.insertBefore(c.firstChild,b);b.remove()};$RC("B:${number}","S:${number}")</script>`;
export const placeOf = (number: number): Markup =>
  html`${raw("<!--$?-->")}<template id="B:${number}"></template><div class="animate-pulse" aria-busy="true"></div>${raw("<!--/$-->")}`;

/** The client's part: the switch of terms and of currencies, and the answers that fold out. */
export const clientScript = `(()=>{
let term="month",currency="";
const propsNow=()=>{const row=(self.__next_f||[]).map(p=>p[1]||"").join("").split("\\n").find(l=>l.startsWith("5:"));return row?JSON.parse(row.slice(2))[3]:{};};
const plain=s=>s.startsWith("$$")?s.slice(1):s;
const draw=()=>{const props=propsNow();for(const plan of props.plans||[]){const at=document.querySelector('[data-plan="'+plan.id+'"] [data-amount]');if(at)at.textContent=plain(plan.prices[currency||props.currency][term]);}
for(const note of document.querySelectorAll("[data-term-note]"))note.textContent=term==="year"?"per month, billed yearly":"per month";};
document.addEventListener("click",e=>{
const sw=e.target.closest("[role=switch]");
if(sw){term=term==="month"?"year":"month";sw.setAttribute("aria-checked",String(term==="year"));sw.dataset.state=term==="year"?"checked":"unchecked";draw();}
const head=e.target.closest("[data-accordion] button");
if(head){const open=head.getAttribute("aria-expanded")==="true";head.setAttribute("aria-expanded",String(!open));document.getElementById(head.getAttribute("aria-controls")).hidden=open;}
});
document.addEventListener("change",e=>{if(e.target.name==="currency"){currency=e.target.value;history.replaceState(null,"","?currency="+currency);draw();}});
})();`;
