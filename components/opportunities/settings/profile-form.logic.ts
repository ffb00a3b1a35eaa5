import type { Profile, ProfileView } from "./profile-types";

/** What a person types about the workspace: lists line by line, numbers as text. */
export interface ProfileFields {
  capabilities: string;
  places: string;
  categories: string;
  certifications: string;
  exclusions: string;
  setAsides: string;
  incumbentAt: string;
  minValue: string;
  maxValue: string;
  currency: string;
  bidDays: string;
}

export const listFields = [
  "capabilities",
  "places",
  "categories",
  "certifications",
  "exclusions",
  "setAsides",
  "incumbentAt",
] as const;

export function fieldsOf(profile: ProfileView["profile"]): ProfileFields {
  const lists = Object.fromEntries(listFields.map((name) => [name, profile[name].join("\n")])) as Record<
    (typeof listFields)[number],
    string
  >;
  const number = (value: number | null) => (value === null ? "" : String(value));
  return {
    ...lists,
    minValue: number(profile.minValue),
    maxValue: number(profile.maxValue),
    currency: profile.currency ?? "",
    bidDays: number(profile.bidDays),
  };
}

/** Each line once, trimmed. */
export function linesOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
}

export function profileOf(fields: ProfileFields): Profile {
  const lists = Object.fromEntries(listFields.map((name) => [name, linesOf(fields[name])])) as Record<
    (typeof listFields)[number],
    string[]
  >;
  return {
    ...lists,
    minValue: numberOf(fields.minValue),
    maxValue: numberOf(fields.maxValue),
    currency: fields.currency.trim().toUpperCase() || null,
    bidDays: numberOf(fields.bidDays),
  };
}

/** "1 400 000", "1,400,000" and "1'400'000" are the same amount; null when nothing, or no number, was typed. */
export function numberOf(text: string): number | null {
  const plain = text.trim().replace(/[\s,'’]/g, "");
  const value = Number(plain);
  return plain === "" || !Number.isFinite(value) ? null : value;
}

/** What cannot be sent, each with what to do. Empty: it can. */
export function profileProblems(fields: ProfileFields): Partial<Record<keyof ProfileFields, string>> {
  const problems: Partial<Record<keyof ProfileFields, string>> = {};
  for (const name of ["minValue", "maxValue", "bidDays"] as const) {
    if (fields[name].trim() !== "" && (numberOf(fields[name]) ?? -1) < 0) problems[name] = "Give a number, or nothing.";
  }
  const [least, most] = [numberOf(fields.minValue), numberOf(fields.maxValue)];
  if (least !== null && most !== null && least > most) problems.maxValue = "The largest is smaller than the smallest.";
  if (fields.currency.trim() !== "" && !/^[A-Za-z]{3}$/.test(fields.currency.trim()))
    problems.currency = "Give three letters, as in EUR.";
  if ((least !== null || most !== null) && fields.currency.trim() === "") problems.currency = "Say in which currency.";
  return problems;
}
