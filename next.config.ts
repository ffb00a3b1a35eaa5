import type { NextConfig } from "next";

// On every reply. Pages get their content security policy from proxy.ts, with a nonce.
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
];

// API replies stay clear of the proxy, which would buffer uploads; what they send is never a page.
const apiHeaders = [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox" },
  { key: "Cache-Control", value: "private, no-store" },
];

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
    { source: "/:path*", headers: securityHeaders },
    { source: "/api/:path*", headers: apiHeaders },
  ],
};

export default nextConfig;
