import { renderChart } from '../../picture/render-chart.ts'
import { slugOf } from '../../text/file-name.ts'
import type { Block, Outline } from '../../outline.ts'
import type { Logo } from '../../brand.ts'
import type { Palette } from '../../brand/palette.ts'
import { paletteOf } from '../../brand/palette.ts'
import { encodeBase64 } from '../encode-base64.ts'
import { escapeMarkup } from '../escape-markup.ts'
import { isTags, rowsOfEnding, startOfEnding, staysTogether } from '../page-breaks.ts'
import { isLongTitle, pageWords, wordGap } from '../page-words.ts'
import { placeTurned } from '../turned-pictures.ts'
import { figureHtml, isSideways, oneFigure } from './figures.ts'
import { pageStyle } from './html-style.ts'
import { inlines } from './inlines.ts'
import { fillOfPrinted } from './printed-page.ts'
import { columnsKey, factTable, rowsByColumns, tableHtml } from './tables.ts'

interface Page {
  /** Anchors in use, so that two headings of one name get two. */
  readonly anchors: Map<string, number>
  readonly contents: { readonly level: number; readonly text: string; readonly anchor: string }[]
  tables: number
  readonly rowsByColumns: ReturnType<typeof rowsByColumns>
  readonly palette: Palette
}

/**
 * The document as one self-contained page: no script, no address outside but the links that it cites, and a style that
 * prints on A4 or the client's paper, with the words of every page and its number at the foot.
 */
export function writeHtml(outline: Outline): string {
  const { brand } = outline
  const footer = pageWords(outline).join(wordGap)
  const page: Page = {
    anchors: new Map(),
    contents: [],
    tables: 0,
    palette: paletteOf(brand),
    rowsByColumns: rowsByColumns(outline.blocks),
  }
  // The cover shows the title: a document that repeats it as its first heading (a decision record) shows it once.
  const blocks = placeTurned(
    outline.blocks.filter((block) => block.type !== 'heading' || block.level > 1 || block.text !== outline.title),
    isSideways,
    (before, opens) => fillOfPrinted(before, opens, brand),
  )
  const body = blocks.map((block, index) => writeWithHeading(block, blocks[index - 1], blocks[index + 1], page))
  const people = outline.authors.length > 0 ? outline.authors.join(', ') : undefined
  const cover = [outline.client, people, outline.date, outline.confidentiality].filter(
    (word) => word !== undefined && word !== '',
  )
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    `<meta name="author" content="${escapeMarkup(outline.authors.join(', '))}">`,
    `<meta name="date" content="${escapeMarkup(outline.date)}">`,
    `<meta name="footer" content="${escapeMarkup(footer)}">`,
    `<title>${escapeMarkup(outline.title)}</title>`,
    `<style>${pageStyle(brand, footer)}</style>`,
    '</head>',
    `<body${classOf(outline)}>`,
    '<header class="cover">',
    ...(brand?.logo === undefined ? [] : [logoHtml(brand.logo)]),
    ...(outline.subtitle === undefined ? [] : [`<p class="over">${escapeMarkup(outline.subtitle)}</p>`]),
    `<h1${isLongTitle(outline.title) ? ' class="long"' : ''}>${escapeMarkup(outline.title)}</h1>`,
    `<p class="by">${cover.map((word) => escapeMarkup(word ?? '')).join(' · ')}</p>`,
    '</header>',
    contents(page),
    '<main>',
    ...withClosing(body, blocks, `<footer class="last"><p>${escapeMarkup(outline.footer)}</p></footer>`),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** Slides print on pages on their sides; a document of one page is set closer. */
function classOf({ blocks, isOnePage }: Outline): string {
  if (isOnePage === true) return ' class="one-page"'
  return blocks.length > 0 && blocks.every(({ type }) => type === 'slide') ? ' class="slides"' : ''
}

function logoHtml({ type, bytes, width, height }: Logo): string {
  return `<img class="logo" alt="Logo" width="${width}" height="${height}" src="data:${type};base64,${encodeBase64(bytes)}">`
}

const contentsStart = '<nav aria-label="Contents"'

/** The page as paper shows it: without contents, whose links nobody follows there. */
export function asPrinted(html: string): string {
  return html.replace(`${contentsStart}>`, `${contentsStart} hidden>`)
}

function contents(page: Page): string {
  const entries = page.contents.filter(({ level }) => level === 2)
  if (entries.length < 8) return ''
  const items = entries.map(({ anchor, text }) => `<li><a href="#${anchor}">${escapeMarkup(text)}</a></li>`)
  // Chapters that have numbers keep theirs, and an annex has none.
  const list = entries.some(({ text }) => /^\d+\. /.test(text)) ? '<ol class="own-numbers">' : '<ol>'
  return `${contentsStart}><h2 class="quiet">Contents</h2>${list}${items.join('')}</ol></nav>`
}

/** The end of the document, with what closes it: on one page, and with the last rows of a table that is too long for it. */
function withClosing(body: readonly string[], blocks: readonly Block[], closing: string): readonly string[] {
  const start = startOfEnding(blocks)
  const first = blocks[start]
  const table = body[start]
  const isLong = first?.type === 'table' && first.rows.length > rowsOfEnding && !staysTogether(first.rows, true)
  if (!isLong || table === undefined)
    return [...body.slice(0, start), '<div class="ending">', ...body.slice(start), closing, '</div>']
  const after = ['<div class="ending of-table">', ...body.slice(start + 1), closing, '</div>']
  return [...body.slice(0, start), '<div class="closes">', table, '</div>', ...after]
}

/** A picture that gets a page on its side takes the heading above it along, and its parts follow it. */
function writeWithHeading(block: Block, before: Block | undefined, after: Block | undefined, page: Page): string {
  const opens = block.type === 'heading' && after !== undefined && isSideways(after)
  const alone = isSideways(block) && before?.type !== 'heading'
  const opening = opens || alone ? '<section class="sideways">' : ''
  if (block.type !== 'diagram' || !isSideways(block)) return `${opening}${writeBlock(block, page)}`
  const { figure, parts } = figureHtml(block)
  return `${opening}${figure}</section>${parts}`
}

function writeBlock(block: Block, page: Page): string {
  switch (block.type) {
    case 'frontMatter':
      return factTable(
        Object.entries(block.fields).map(([label, value]) => ({
          label,
          value: [typeof value === 'string' ? value : value.join(', ')],
        })),
      )
    case 'heading': {
      const anchor = anchorFor(block.anchor ?? block.text, page)
      page.contents.push({ level: block.level, text: block.text, anchor })
      // The cover holds the page's only first-level heading.
      const level = Math.max(2, block.level)
      return `<h${level} id="${anchor}">${escapeMarkup(block.text)}</h${level}>`
    }
    case 'paragraph':
      return `<p${isTags(block.text) ? ' class="tags"' : ''}>${inlines(block.text)}</p>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.items.map((item) => `<li>${inlines(item)}</li>`).join('')}</${tag}>`
    }
    case 'table':
      page.tables += 1
      return tableHtml(block.columns, block.rows, {
        title: block.caption === undefined ? undefined : { id: `table-${page.tables}`, caption: block.caption },
        alike: page.rowsByColumns.get(columnsKey(block)),
      })
    case 'facts':
      return factTable(block.rows)
    case 'callout':
      return `<aside class="callout tone-${block.tone}"><p><strong>${escapeMarkup(block.title)}</strong></p><p>${inlines(block.text)}</p></aside>`
    case 'diagram':
      return oneFigure(block.picture, block.caption)
    case 'chart':
      return `<figure class="chart">${renderChart(block.chart, block.caption, page.palette)}<figcaption>${escapeMarkup(block.caption)}</figcaption></figure>`
    case 'pageBreak':
      return '<div class="page-break"></div>'
    case 'slide': {
      const anchor = anchorFor(block.title, page)
      page.contents.push({ level: 2, text: block.title, anchor })
      const footnote = block.footnote === undefined ? '' : `<p class="footnote">${escapeMarkup(block.footnote)}</p>`
      return `<section class="slide"><h2 id="${anchor}">${escapeMarkup(block.title)}</h2>${block.blocks.map((inner) => writeBlock(inner, page)).join('\n')}${footnote}</section>`
    }
    default:
      return block satisfies never
  }
}

function anchorFor(words: string, page: Page): string {
  const slug = slugOf(words)
  const count = page.anchors.get(slug) ?? 0
  page.anchors.set(slug, count + 1)
  return count === 0 ? slug : `${slug}-${count + 1}`
}
