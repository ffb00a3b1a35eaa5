/** How far a list that scrolls sideways must be scrolled for this item to stand in its middle, as far as its ends allow. */
export function centredScroll(listWidth: number, item: { offsetLeft: number; offsetWidth: number }): number {
  return Math.max(0, item.offsetLeft - (listWidth - item.offsetWidth) / 2);
}
