export const currencies = ["GBP", "EUR", "USD"] as const;
export type Currency = (typeof currencies)[number];

export const plans = [
  {
    name: "starter",
    title: "Starter",
    pitch: "For the first bids of a small firm.",
    features: ["2 people", "5 live bids", "Answer library", "Support by mail"],
  },
  {
    name: "team",
    title: "Team",
    pitch: "For a desk that answers every week.",
    features: ["10 people", "40 live bids", "Compliance matrix", "Review rounds", "Support by telephone"],
  },
  {
    name: "group",
    title: "Group",
    pitch: "For several desks in several countries.",
    features: ["50 people", "Unlimited bids", "Single sign-on", "Own templates", "Named contact"],
  },
] as const;
export type PlanName = (typeof plans)[number]["name"];

/** Per month, in whole units of the currency. */
export type Prices = Record<PlanName, Record<Currency, number>>;

export const openingPrices: Prices = {
  starter: { GBP: 39, EUR: 45, USD: 49 },
  team: { GBP: 189, EUR: 219, USD: 239 },
  group: { GBP: 890, EUR: 1_050, USD: 1_150 },
};

const locales: Record<Currency, string> = { GBP: "en-GB", EUR: "de-DE", USD: "en-US" };

/** `£39`, `45 €`, `$1,150`: as readers of that currency write it. */
export function priceText(amount: number, currency: Currency): string {
  return new Intl.NumberFormat(locales[currency], { style: "currency", currency, maximumFractionDigits: 0 }).format(
    amount,
  );
}
