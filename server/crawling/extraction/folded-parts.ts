import type { ScannedElement } from "./scanned-page";

const foldedName =
  /(?:^|[\s_-])(?:accordion|collapse|collapsed|collapsible|expander|expandable|foldable|faqs?|toggle|tab-?panels?|tab-?panes?)(?=$|[\s_-])/i;
const shownFrom =
  /(?:^|\s)@?(?:sm|md|lg|xl|[2-9]xl|d-(?:sm|md|lg|xl|xxl))[:-](?:d-)?(?:block|flex|grid|inline|table|contents)/;

/** Whether a part that starts hidden is one which a reader unfolds (an answer, a tab), or that wider screens show. */
export function isFolded(element: ScannedElement): boolean {
  if (element.attributes.role === "tabpanel") return true;
  if (shownFrom.test(element.attributes.class ?? "")) return true;
  let open: ScannedElement | null = element;
  for (let steps = 0; open && steps < 3; steps++, open = open.parent) {
    if (open.tag === "details") return true;
    const names = `${open.attributes.class ?? ""} ${open.attributes.id ?? ""}`.replace(/([a-z0-9])([A-Z])/g, "$1-$2");
    if (foldedName.test(names)) return true;
  }
  return false;
}
