import { type RefObject, useEffectEvent, useLayoutEffect } from "react";

/**
 * What was typed into a field of a page that was still asleep stands there, but nobody was told, and the field's next change by the page
 * would wipe it out. Told once, as the page wakes.
 */
export function useEarlyText(
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  known: string,
  onText: (text: string) => void,
): void {
  const take = useEffectEvent(() => {
    const text = field.current?.value;
    if (text !== undefined && text !== known) onText(text);
  });
  useLayoutEffect(() => take(), []);
}
