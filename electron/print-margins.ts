/** The first Chromium whose pages say themselves what stands in their margins (`@bottom-left` in `@page`). */
const firstWithMargins = 131

/** Whether the footer that a document states in its style is printed by the engine itself. */
export function printsMargins(chromeVersion: string): boolean {
  return Number.parseInt(chromeVersion, 10) >= firstWithMargins
}

// Margins are printed in a document of their own: no style of the page reaches them, and their default size is zero.
const style =
  'width:100%;margin:0 15mm;font:8px Inter,Helvetica,Arial,sans-serif;color:#5b6475;display:flex;justify-content:space-between'

/** The footer for an older engine: the words that the document names in its `footer`, and the page's number. */
export function footerTemplate(html: string): string {
  // As an attribute the words are escaped already, and stay so.
  const words = /<meta name="footer" content="([^"]*)">/.exec(html)?.[1] ?? ''
  return (
    `<div style="${style}"><span>${words}</span>` +
    '<span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>'
  )
}
