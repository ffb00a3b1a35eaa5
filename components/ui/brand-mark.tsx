/** The product's sign, in the accent of the theme. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" className="size-7" aria-hidden>
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <path
        d="M8 22 16 8l8 14"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="16" cy="21" r="2.2" fill="var(--on-accent)" />
    </svg>
  );
}
