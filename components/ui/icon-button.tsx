"use client";
import { Button, type ButtonProps } from "./button";
import { Tooltip } from "./tooltip";

interface IconButtonProps extends Omit<ButtonProps, "aria-label" | "size"> {
  /** Read aloud and shown on hover; an icon alone is a riddle. */
  label: string;
  shortcut?: string;
}

export function IconButton({ label, shortcut, variant = "ghost", ...props }: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <Button size="icon" variant={variant} aria-label={label} {...props} />
    </Tooltip>
  );
}
