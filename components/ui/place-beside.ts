export type Side = "top" | "right" | "bottom" | "left";

const gap = 6;
const margin = 8;

/**
 * Puts a popup of the top layer beside what it belongs to, on the other side when there is no room, and always within
 * the window. Sets styles by script, which the page's policy allows; it refuses only style attributes in markup.
 */
export function placeBeside(
  popup: HTMLElement,
  anchor: Element,
  side: Side = "bottom",
  align: "start" | "center" | "end" = "center",
) {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popup;
  const { clientWidth, clientHeight } = document.documentElement;
  const along = (start: number, end: number, size: number) =>
    align === "start" ? start : align === "end" ? end - size : (start + end - size) / 2;
  let left = along(at.left, at.right, width);
  let top = along(at.top, at.bottom, height);
  if (side === "bottom")
    top = at.bottom + gap + height > clientHeight && at.top > height ? at.top - gap - height : at.bottom + gap;
  if (side === "top") top = at.top - gap - height < 0 ? at.bottom + gap : at.top - gap - height;
  if (side === "right") left = at.right + gap + width > clientWidth ? at.left - gap - width : at.right + gap;
  if (side === "left") left = at.left - gap - width < 0 ? at.right + gap : at.left - gap - width;
  popup.style.left = `${Math.max(margin, Math.min(left, clientWidth - width - margin))}px`;
  popup.style.top = `${Math.max(margin, Math.min(top, clientHeight - height - margin))}px`;
}
