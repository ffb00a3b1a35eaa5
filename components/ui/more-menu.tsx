"use client";
import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { Menu } from "./menu";

/** What else can be done, behind three dots at the end of a row of buttons. */
export function MoreMenu({ label = "More actions", children }: { label?: string; children: ReactNode }) {
  return (
    <Menu
      align="end"
      trigger={
        <Button size="icon" aria-label={label}>
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      {children}
    </Menu>
  );
}
