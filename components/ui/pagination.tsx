"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { IconButton } from "./icon-button";

interface PaginationProps {
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  /** "documents" */
  noun: string;
  onPage: (page: number) => void;
}

export function Pagination({ page, pageSize, total, noun, onPage }: PaginationProps) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const first = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const last = Math.min(total, page * pageSize);
  return (
    <nav aria-label="Pages" className="flex items-center gap-2 px-3 py-2 text-sm text-muted tabular-nums">
      <span className="flex-1">
        {first}–{last} of {total.toLocaleString("en")} {noun}
      </span>
      <IconButton label="Previous page" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        <ChevronLeft aria-hidden />
      </IconButton>
      <IconButton label="Next page" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        <ChevronRight aria-hidden />
      </IconButton>
    </nav>
  );
}
