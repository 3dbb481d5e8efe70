import type { Brand } from '../../brand.ts'
import { paletteOf, toneLook } from '../../brand/palette.ts'
import type { Tone } from '../../chart.ts'
import { ink, toneColours } from '../../picture/colours.ts'
import { rowsOfEnding } from '../page-breaks.ts'
import { printType } from './print-type.ts'

const houseFonts = "Inter, 'Segoe UI', Arial, 'Liberation Sans', sans-serif"

/** A list of fonts that begins with a client's; what stands for it where it is not installed follows. */
function fontList(font: string | undefined): string {
  const name = font?.replace(/[^\p{L}\p{N}._-]+/gu, ' ').trim() ?? ''
  return name === '' ? houseFonts : `'${name}', ${houseFonts}`
}

/** Words as a string of CSS, which nothing in them ends. */
function cssString(words: string): string {
  return `"${words.replace(/[^\p{L}\p{N} .,:;·…()&+-]/gu, (letter) => `\\${letter.codePointAt(0)?.toString(16) ?? '20'} `)}"`
}

/** One style for screen and paper; on paper `footer` and the page's number stand at the foot of every page. */
export function pageStyle(brand: Brand | undefined, footer: string): string {
  const { text, table, figure, sideways } = printType
  const paper = brand?.paper === 'letter' ? 'letter' : 'A4'
  const palette = paletteOf(brand)
  const titleColour = brand?.accent === undefined ? 'inherit' : palette.accentDark
  const tones = (Object.keys(toneColours) as Tone[])
    .map((tone) => {
      const { strong, soft } = toneLook(tone, palette)
      return `.tone-${tone} { --strong: ${strong}; --soft: ${soft}; }`
    })
    .join('\n')
  const small = `font: 7.5pt ${fontList(brand?.fonts?.text)}; color: ${ink.faint}; vertical-align: top; padding-top: 4mm;`
  return `
@page { size: ${paper}; margin: 20mm 17mm 20mm;
  @bottom-left { content: ${cssString(footer)}; width: 92%; text-align: left; ${small} }
  @bottom-right { content: counter(page) " / " counter(pages); text-align: right; ${small} } }
@page single { margin: 13mm 17mm 16mm; }
@page sideways { size: ${paper} landscape; margin: 17mm 17mm 17mm; }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0 auto; max-width: 210mm; padding: 24px 17mm 48px; background: #fff; color: ${ink.text};
  font: ${text.size}pt/${text.line} ${fontList(brand?.fonts?.text)}; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.cover { border-bottom: 2px solid ${palette.accent}; margin: 0 0 18px; padding: 0 0 14px; }
.cover .logo { display: block; width: auto; height: auto; max-width: 240px; max-height: 76px; margin: 0 0 18px; }
.cover .over { color: ${palette.accentDark}; font-weight: 600; margin: 0 0 4px; }
.cover .by { color: ${ink.muted}; margin: 0; }
h1, h2, h3 { font-family: ${fontList(brand?.fonts?.headings ?? brand?.fonts?.text)}; color: ${titleColour}; }
/* A name that is written from the right stands as it is read, whatever stands around it. */
h1, h2, h3, h4, p, li, td, th, figcaption { unicode-bidi: plaintext; }
h1 { font-size: 22pt; line-height: 1.2; margin: 0 0 6px; letter-spacing: -0.01em; }
h1.long { font-size: 14pt; letter-spacing: 0; }
${printType.headings
  .map(
    ({ size, line, above, below }, index) =>
      `h${index + 2} { font-size: ${size}pt; line-height: ${line}; margin: ${above}pt 0 ${below}pt; break-after: avoid; }`,
  )
  .join('\n')}
h2.quiet { font-size: 10.5pt; color: ${ink.muted}; margin: 0 0 4px; }
p { margin: 0 0 ${text.below}pt; orphans: 3; widows: 3; }
ul, ol { margin: 0 0 10px; padding-left: 20px; }
li { margin: 0 0 3px; }
/* No page begins with a list's last item, or ends with its first. */
li:not(:first-child):last-child, li:nth-child(2) { break-before: avoid; }
a { color: ${palette.accentDark}; }
nav { background: ${ink.sunken}; border-radius: 8px; padding: 12px 16px; margin: 0 0 12px; break-inside: avoid; }
nav ol { columns: 2; column-gap: 28px; margin: 0; padding-left: 22px; }
nav ol.own-numbers { list-style: none; padding-left: 0; }
nav a { text-decoration: none; }
table { border-collapse: collapse; width: 100%; margin: ${table.above}pt 0 ${table.below}pt; font-size: ${table.size}pt; line-height: ${table.line}; }
table:not(.facts) { table-layout: fixed; }
.whole { white-space: nowrap; }
p.caption { color: ${ink.muted}; font-size: ${table.size}pt; font-weight: 600; margin: 10px 0 2px; break-after: avoid; break-inside: avoid; }
p.caption + table { margin-top: 2px; }
p.tags, p:has(+ table), p:has(+ p.caption), p:has(+ ul), p:has(+ ol), p:has(+ figure.chart) { break-after: avoid; }
th { text-align: left; font-weight: 600; color: ${ink.muted}; border-bottom: 1.5px solid ${ink.line}; padding: ${table.cell}pt ${table.side}pt ${table.cell}pt 0; vertical-align: bottom; overflow-wrap: normal; }
td { border-bottom: 1px solid ${ink.hairline}; padding: ${table.cell}pt ${table.side}pt ${table.cell}pt 0; vertical-align: top; }
tr { break-inside: avoid; }
thead { display: table-header-group; break-after: avoid; }
/* No page begins with a table's last row, or ends with its first. */
tbody tr:first-child, tbody tr:nth-child(2), tbody tr:last-child { break-before: avoid; }
table.together, .ending { break-inside: avoid; }
.closes tbody tr:nth-last-child(-n + ${rowsOfEnding - 1}), .ending.of-table { break-before: avoid; }
.right { text-align: right; }
th.right:not(:last-child), td.right:not(:last-child) { padding-right: ${table.side + table.afterNumber}pt; }
table.facts th { width: 22%; border-bottom: 1px solid ${ink.hairline}; vertical-align: top; }
table.facts.short tbody { display: grid; grid-template-columns: 1fr 1fr; column-gap: 24px; }
table.facts.short tr { display: grid; grid-template-columns: 45% 1fr; border-bottom: 1px solid ${ink.hairline}; }
table.facts.short th, table.facts.short td { width: auto; border-bottom: 0; }
code { font: 0.92em 'JetBrains Mono', Consolas, 'Liberation Mono', monospace; background: ${ink.sunken}; border-radius: 3px; padding: 0 3px; }
figure { margin: 12px 0 16px; break-inside: avoid; }
figure svg { display: block; width: 100%; height: auto; max-width: var(--natural-width, none); }
figure.tall svg { max-height: ${figure.tallest.tall}pt; width: auto; max-width: 100%; margin: 0 auto; }
figure.wide svg { max-height: ${figure.tallest.wide}pt; }
@media print { section.sideways { page: sideways; break-before: page; break-after: page; } section.sideways h2 { margin-top: 0; } section.sideways figure svg { max-height: ${sideways.height}pt; width: auto; max-width: 100%; } }
/* The frames of a picture's parts, and the parts, are for pages that are too small for all of it. */
@media screen { .on-paper, .frames { display: none; } }
figcaption { color: ${ink.muted}; font-size: 9pt; margin: 6px 0 0; }
.badge { display: inline-block; border-radius: 9px; background: var(--soft); color: var(--strong); border: 1px solid currentColor; padding: 0 7px; font-size: ${printType.badge.share}em; font-weight: 600; white-space: nowrap; }
.callout { border-left: 4px solid var(--strong); background: var(--soft); border-radius: 0 8px 8px 0; padding: 8px 12px; margin: 8px 0 14px; break-inside: avoid; }
.callout p { margin: 0 0 2px; }
${tones}
.page-break { break-before: page; }
.slide { border: 1px solid ${ink.hairline}; border-radius: 10px; padding: 4px 18px 10px; margin: 0 0 18px; break-inside: avoid; }
.footnote, footer.last { color: ${ink.faint}; font-size: 8.5pt; }
footer.last { border-top: 1px solid ${ink.hairline}; margin: 12pt 0 0; padding: 6pt 0 0; }
@media print {
  body.slides { page: sideways; }
  .slides .slide { border: 0; padding: 0; margin: 0; break-before: page; }
  .slides main > .slide:first-child { break-before: avoid; }
  .slides figure svg { max-height: 96mm; width: auto; max-width: 100%; margin: 0 auto; }
  .one-page { page: single; font-size: 9.2pt; line-height: 1.35; }
  .one-page .cover { margin-bottom: 10px; padding-bottom: 8px; }
  .one-page h2 { font-size: 13pt; margin: 14px 0 4px; }
  .one-page h1.long { font-size: 12pt; }
  .one-page table { font-size: 8.8pt; margin: 2px 0 8px; }
  .one-page td, .one-page th { padding-top: 3px; padding-bottom: 3px; }
  .one-page figure { margin: 8px 0; }
  .one-page footer.last { margin-top: 8px; padding-top: 4px; }
}
/* A phone: little margin, and of each row of a wide table its cells one under the other. */
@media screen and (max-width: 520px) {
  body { padding: 16px 16px 40px; }
  h1 { font-size: 18pt; }
  nav ol { columns: 1; }
  .slide { padding: 2px 12px 8px; }
  table.facts.short tbody { grid-template-columns: 1fr; }
  table.facts th { width: 34%; }
  table.stacks, table.stacks tbody, table.stacks tr, table.stacks td { display: block; width: 100%; }
  table.stacks colgroup, table.stacks thead, table.stacks td:empty { display: none; }
  table.stacks tr { border-bottom: 1px solid ${ink.line}; padding: 6px 0; }
  table.stacks td, table.stacks td.right { border: 0; padding: 1px 0; text-align: start; }
  table.stacks td:first-child { font-weight: 600; }
  table.stacks td:not(:first-child)::before { content: attr(data-of) ": "; color: ${ink.muted}; font-weight: 600; }
}
/* Paper has no links to follow, and the contents no page numbers. */
@media print { nav { display: none; } footer.last { break-before: avoid; } body { max-width: none; padding: 0; } a { color: inherit; text-decoration: none; } }
`
}
