"use client";
import { CSPProvider } from "@base-ui/react/csp-provider";
import { ThemeProvider as NextThemes } from "next-themes";
import type { ReactNode } from "react";

/** Light, dark or what the system says, set before the first paint. */
export function ThemeProvider({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <NextThemes attribute="class" defaultTheme="system" enableSystem enableColorScheme={false} nonce={nonce}>
      <CSPProvider nonce={nonce}>{children}</CSPProvider>
    </NextThemes>
  );
}
