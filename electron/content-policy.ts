/** The Content Security Policy of the studio: nothing but its own files, no inline script, no evaluation, no network. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  // Monaco and the canvas set styles on elements.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The policy of a document being printed: it runs nothing and reaches nothing but pictures and fonts of the studio. */
const printPolicy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox allow-same-origin',
].join('; ')

const shared = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
}

/** The headers sent with every file of the studio, in the desktop program and for a browser alike. */
export const pageHeaders: Record<string, string> = { ...shared, 'Content-Security-Policy': pagePolicy }
export const printHeaders: Record<string, string> = { ...shared, 'Content-Security-Policy': printPolicy }
