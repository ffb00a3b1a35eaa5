import type { NextConfig } from "next";
import { everyReply, noPage } from "./lib/reply-policies";

const asHeaders = (policies: Record<string, string>) =>
  Object.entries(policies).map(([key, value]) => ({ key, value }));

const nextConfig: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `verify` checks them, those of the generated routes too; a second time here would only make everybody's first start longer.
  typescript: { ignoreBuildErrors: true },
  // WebAssembly, native code or worker files that a bundler would tear from their folders.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@electric-sql/pglite-pgvector",
    "@napi-rs/canvas",
    "@node-rs/argon2",
    "pdfjs-dist",
    "piscina",
    "playwright-core",
    "tesseract.js",
  ],
  // Nothing is ever fetched from elsewhere and resized on someone's behalf.
  images: { unoptimized: true, remotePatterns: [] },
  headers: async () => [
    { source: "/:path*", headers: asHeaders(everyReply) },
    // They stay clear of the proxy, which would buffer uploads.
    { source: "/api/:path*", headers: asHeaders(noPage) },
  ],
};

export default nextConfig;
