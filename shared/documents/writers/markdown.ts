import { formatCount } from '../text/numbers.ts'
import type { Block, Chart, Inline, Outline, Text } from '../outline.ts'

/** The document as CommonMark with GitHub tables. Whatever people typed comes out as text, never as markup. */
export function writeMarkdown(outline: Outline): string {
  const [first, ...rest] = outline.blocks
  const matter = first?.type === 'frontMatter' ? [frontMatter(first.fields)] : []
  const body = first?.type === 'frontMatter' ? rest : outline.blocks
  const titled = body.some((block) => block.type === 'heading' && block.level === 1)
  const title = titled ? [] : [`# ${escapeText(outline.title)}`, ...cover(outline)]
  const parts = [...matter, ...title, ...body.map(writeBlock).filter((part) => part !== '')]
  if (outline.footer !== '') parts.push('---', `_${escapeText(outline.footer)}_`)
  return `${parts.join('\n\n')}\n`
}

function cover({ subtitle, client, authors, date }: Outline): readonly string[] {
  const words = [subtitle, client, authors.length > 0 ? authors.join(', ') : undefined, date]
  return [
    words
      .filter((word) => word !== undefined && word !== '')
      .map((word) => escapeText(word ?? ''))
      .join(' · '),
  ]
}

function writeBlock(block: Block): string {
  switch (block.type) {
    case 'frontMatter':
      return frontMatter(block.fields)
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeText(block.text)}`
    case 'paragraph':
      return inlines(block.text)
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${inlines(item)}`).join('\n')
    case 'table':
      return writeTable(
        block.columns.map((column) => escapeCell(column.title)),
        block.columns.map((column) => column.align === 'right'),
        block.rows.map((row) => row.map(cell)),
        block.caption,
      )
    case 'facts':
      return writeTable(
        ['', ''],
        [false, false],
        block.rows.map(({ label, value }) => [`**${escapeCell(label)}**`, cell(value)]),
        undefined,
      )
    case 'callout':
      return `> **${escapeText(block.title)}**\n>\n> ${inlines(block.text)}`
    case 'diagram':
      return `_Picture: ${escapeText(block.caption)}_\n\n${block.picture.edges.length === 0 ? '' : arrowsAsText(block.picture)}`.trim()
    case 'chart':
      return chartAsTable(block.chart, block.caption)
    case 'pageBreak':
      return ''
    case 'slide':
      return [
        `## ${escapeText(block.title)}`,
        ...block.blocks.map(writeBlock),
        block.footnote === undefined ? '' : `_${escapeText(block.footnote)}_`,
      ]
        .filter((part) => part !== '')
        .join('\n\n')
    default:
      return block satisfies never
  }
}

/** A picture has no place in Markdown: its arrows can be read instead. */
function arrowsAsText(picture: Extract<Block, { type: 'diagram' }>['picture']): string {
  const names = new Map(picture.nodes.map((node) => [node.id, node.title]))
  const steps = picture.edges.filter((edge) => edge.step !== undefined)
  // A proposed control stands in the last arrow of its path: the way on from it has no number of its own.
  const proposed = picture.edges.filter(({ step, emphasis }) => step === undefined && emphasis === 'proposed')
  const shown =
    steps.length > 0 ? [...steps.toSorted((a, b) => (a.step ?? 0) - (b.step ?? 0)), ...proposed] : picture.edges
  return shown
    .map((edge, index) => {
      const mark = steps.length > 0 ? `${index + 1}.` : '-'
      const words = edge.words ?? edge.label
      const label = words === undefined ? '' : `: ${escapeText(words)}`
      return `${mark} ${escapeText(names.get(edge.from) ?? edge.from)} → ${escapeText(names.get(edge.to) ?? edge.to)}${label}`
    })
    .join('\n')
}

function chartAsTable(chart: Chart, caption: string): string {
  return writeTable(
    ['', ...chart.series.map((series) => escapeCell(`${series.name} (${chart.unit})`))],
    [false, ...chart.series.map(() => true)],
    chart.categories.map((name, index) => [
      escapeCell(name),
      ...chart.series.map((series) =>
        (series.values[index] ?? 0) === 0 ? '–' : escapeCell(formatCount(series.values[index] ?? 0)),
      ),
    ]),
    caption,
  )
}

function writeTable(
  titles: readonly string[],
  right: readonly boolean[],
  rows: readonly (readonly string[])[],
  caption: string | undefined,
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const lines = [
    line(titles),
    line(titles.map((_, index) => (right[index] === true ? '---:' : '---'))),
    ...rows.map((row) => line(titles.map((_, index) => row[index] ?? ''))),
  ]
  return [...(caption === undefined ? [] : [`_${escapeText(caption)}_`, '']), ...lines].join('\n')
}

function inlines(text: Text): string {
  return text.map(writeInline).join('')
}

function writeInline(inline: Inline): string {
  if (typeof inline === 'string') return escapeText(inline)
  switch (inline.type) {
    case 'strong':
    case 'badge':
      return emphasised(inline.text)
    case 'code':
      return `\`${oneLine(inline.text).replaceAll('`', "'")}\``
    case 'link':
      return `[${escapeText(inline.text)}](<${encodeURI(inline.url).replace(/[<>]/g, '')}>)`
    default:
      return inline satisfies never
  }
}

/** Markdown takes asterisks beside a space for themselves: the space goes outside. */
function emphasised(text: string): string {
  const words = text.trim()
  if (words === '') return text
  const [before = '', after = ''] = text.split(words)
  return `${before}**${escapeText(words)}**${after}`
}

function cell(text: Text): string {
  return inlines(text).replace(/(?<!\\)\|/g, '\\|')
}
function escapeCell(text: string): string {
  return escapeText(text)
}

/** Everything that Markdown or embedded HTML could read as more than text. */
function escapeText(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/^(\s*)([#+\-=>]|\d+[.)])(?=\s|$|[-=])/, (_, space: string, mark: string) =>
      /^\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
    )
    .replace(/&(?=#?\w+;)/g, '&amp;')
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
}

function frontMatter(fields: Readonly<Record<string, string | readonly string[]>>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [`${name}: ${yamlText(value)}`]
      : [`${name}:`, ...value.map((item) => `  - ${yamlText(item)}`)],
  )
  return ['---', ...lines, '---'].join('\n')
}

/** A plain word or date stays bare; everything else is quoted, so that no name can become YAML. */
function yamlText(text: string): string {
  const plain =
    /^[A-Za-z][A-Za-z0-9 -]*$/.test(text) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text) && !text.endsWith(' ')
  return plain || /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : JSON.stringify(oneLine(text))
}
