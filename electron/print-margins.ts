// Chromium prints margins in a document of their own: no style of the page reaches them, and their default size is zero.
const style =
  'width:100%;margin:0 15mm;font:8px Inter,Helvetica,Arial,sans-serif;color:#5b6475;display:flex;justify-content:space-between'

export const headerTemplate = (title: string): string => `<div style="${style}"><span>${escapeHtml(title)}</span></div>`

export const footerTemplate = (left: string): string =>
  `<div style="${style}"><span>${escapeHtml(left)}</span>` +
  '<span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>'

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
