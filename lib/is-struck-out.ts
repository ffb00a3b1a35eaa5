/** Whether an element says that what stands in it holds no longer: the date before the one that holds, the price of before. */
export function isStruckOut(tag: string, style: string | undefined): boolean {
  return /^(?:s|del|strike)$/.test(tag) || /\bline-through\b/i.test(style ?? "");
}
