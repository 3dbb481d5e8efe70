/** Text as the content of an element or of a quoted attribute, in HTML, SVG and OOXML alike. */
export function escapeMarkup(text: string): string {
  return dropControls(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** XML 1.0 allows no control characters but tab and line breaks, and no lone surrogates: a file with one does not open. */
export function dropControls(text: string): string {
  let kept = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const lone = code >= 0xd800 && code <= 0xdfff
    const control = code < 32 && code !== 9 && code !== 10 && code !== 13
    if (!lone && !control && code !== 0xfffe && code !== 0xffff) kept += character
  }
  return kept
}
