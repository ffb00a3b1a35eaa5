import { Select } from "./select";

export type Facet = readonly { value: string; label?: string; count: number }[];

interface FacetSelectProps {
  /** What no choice means; also the name of the field. */
  all: string;
  facet: Facet | undefined;
  value: string;
  onChange: (value: string) => void;
  /** How values are called, where the facet does not say. */
  words?: Readonly<Record<string, string>> | undefined;
}

/** Narrows a list by one value, with how many there are of each. The choice that is made stays in the list when nothing is left under it. */
export function FacetSelect({ all, facet, value, onChange, words }: FacetSelectProps) {
  const options = (facet ?? []).map((one) => ({
    value: one.value,
    label: `${words?.[one.value] ?? one.label ?? one.value} (${one.count})`,
  }));
  if (value && !options.some((option) => option.value === value)) {
    options.push({ value, label: `${words?.[value] ?? value} (0)` });
  }
  return (
    <Select
      aria-label={all}
      className="max-sm:flex-1 max-sm:basis-2/5"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={[{ value: "", label: all }, ...options]}
    />
  );
}
