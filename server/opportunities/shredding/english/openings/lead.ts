import type { ListOpening, Setting } from "../../judgement";

/** A sentence that may open a list, with what every rule asks of it. */
export interface Lead {
  text: string;
  setting: Setting;
  /** It ends in a colon or points below. */
  introduces: boolean;
  /** What holds when no rule says anything: the items speak for themselves. */
  open: ListOpening;
}

/** What the sentence does to its list, undefined when this rule has nothing to say and the next is asked. */
export type OpeningRule = (lead: Lead) => ListOpening | undefined;

/** No item is a requirement. */
export const closed = ({ open }: Lead): ListOpening => ({ ...open, effect: "closed", isOwn: false });

/** Each item is a requirement; the sentence itself is none. */
export const duties = ({ open }: Lead, reason: string, more: Partial<ListOpening> = {}): ListOpening => ({
  ...open,
  effect: "duties",
  isOwn: false,
  reason,
  ...more,
});
