import type { Markup } from "../ground/html";
import type { Reply, SiteRequest } from "../ground/start-site";
import type { PortalNotice } from "./notice";
import type { ProcurementRegister, RegisterPlan } from "./register";

export interface Skin {
  plan: RegisterPlan;
  /** Where a person would copy the address from. */
  listingPath: string;
  /** What the listing and the page of a notice say, whatever they look like. */
  detailPath: (notice: PortalNotice) => string;
  /** Notices have no page that a link of the list leads to; the path is that of what is nearest to one, and they are known by their titles. */
  isWithoutPages?: true;
  answer: (request: SiteRequest, register: ProcurementRegister) => Reply | null;
}

export const pageSize = 7;

/** One page of the portal's list, counted from 1. Newest first, as published. */
export function sliceOf(register: ProcurementRegister, wanted: number) {
  const listed = register.all().sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.id - b.id);
  const count = Math.max(1, Math.ceil(listed.length / pageSize));
  const number = Math.min(count, Math.max(1, Math.trunc(wanted) || 1));
  return { shown: listed.slice((number - 1) * pageSize, number * pageSize), number, count, total: listed.length };
}

export const documentOf = (head: string, body: Markup, language: string): string =>
  `<!DOCTYPE html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n${head}\n</head>\n<body>\n${body.markup}\n</body>\n</html>\n`;

export const idIn = (path: string): number => Number(/(\d+)(?!.*\d)/.exec(path)?.[1] ?? Number.NaN);
