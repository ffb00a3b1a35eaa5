import clsx, { type ClassValue } from "clsx";

/** Joins class names; later ones do not override earlier ones, so give variants instead of fighting a default. */
export function cn(...names: ClassValue[]): string {
  return clsx(names);
}
