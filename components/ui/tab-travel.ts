let lastKey = "";

if (typeof document !== "undefined") {
  const keep = (event: KeyboardEvent | PointerEvent) => {
    lastKey = "key" in event ? event.key : "";
  };
  document.addEventListener("keydown", keep, { capture: true, passive: true });
  document.addEventListener("pointerdown", keep, { capture: true, passive: true });
}

/** Whether focus stands where it does because somebody went there by Tab, and not because the page put it there. */
export function cameByTab(): boolean {
  return lastKey === "Tab";
}
