import type { Block, Inline, Outline, Text } from '../outline.ts'

/** One passage of a document: its words, and the words around it that say what they are about. */
export interface Passage {
  readonly words: string
  readonly about: string
}

/** Every passage that readers of a document see: a row of a table counts as one, with its heads and headings. */
export function passagesOf(outline: Outline): readonly Passage[] {
  const cover = [outline.title, outline.subtitle ?? '', outline.footer].map((words) => ({ words, about: '' }))
  return [...cover, ...blockPassages(outline.blocks, []), ...sheetPassages(outline), ...dataPassages(outline.data)]
}

function blockPassages(blocks: readonly Block[], around: readonly string[]): readonly Passage[] {
  const headings: string[] = []
  return blocks.flatMap((block): readonly Passage[] => {
    const passage = (...words: readonly string[]): Passage => ({
      words: words.join('\n'),
      about: [...around, ...headings].join('\n'),
    })
    switch (block.type) {
      case 'heading':
        headings.length = Math.min(headings.length, block.level - 1)
        headings[block.level - 1] = block.text
        return [passage(block.text)]
      case 'paragraph':
        return [passage(plainText(block.text))]
      case 'list':
        return block.items.map((item) => passage(plainText(item)))
      case 'table': {
        const heads = block.columns.map(({ title }) => title)
        return block.rows.map((row) => passage(...heads, ...row.map(plainText), block.caption ?? ''))
      }
      case 'facts':
        return block.rows.map(({ label, value }) => passage(label, plainText(value)))
      case 'callout':
        return [passage(block.title, plainText(block.text))]
      case 'diagram':
        return [
          passage(block.caption),
          ...block.picture.nodes.map(({ title, subtitle = '', badge }) => passage(title, subtitle, badge?.text ?? '')),
          ...block.picture.boundaries.map(({ title, subtitle = '' }) => passage(title, subtitle)),
          ...block.picture.edges.map(({ words = '', label = '' }) => passage(label, words)),
        ]
      case 'chart':
        return [passage(block.caption, block.chart.target?.label ?? '')]
      case 'slide': {
        const all = blockPassages(block.blocks, []).map(({ words }) => words)
        return [
          ...[block.title, block.footnote ?? '', ...(block.speakerNotes ?? '').split('\n')].map((words) => ({
            words,
            about: all.join('\n'),
          })),
          ...blockPassages(block.blocks, [...around, block.title, ...all]),
        ]
      }
      case 'frontMatter':
        return Object.values(block.fields).map((value) => passage(typeof value === 'string' ? value : value.join('\n')))
      case 'pageBreak':
        return []
      default:
        return block satisfies never
    }
  })
}

function sheetPassages({ workbook }: Outline): readonly Passage[] {
  return (workbook?.sheets ?? []).flatMap((sheet) =>
    sheet.rows.map((row) => ({
      words: row.flatMap((cell) => (cell !== undefined && 'text' in cell ? [cell.text] : [])).join('\n'),
      about: sheet.name,
    })),
  )
}

/** The sentences of a file of data, each with those beside and above it. */
function dataPassages(data: unknown, above = ''): readonly Passage[] {
  if (typeof data === 'string') return [{ words: data, about: above }]
  if (typeof data !== 'object' || data === null) return []
  const parts: readonly unknown[] = Object.values(data)
  const about = [above, ...parts.filter((part) => typeof part === 'string')].join('\n')
  return parts.flatMap((part) => dataPassages(part, about))
}

function plainText(text: Text): string {
  return text.map((inline: Inline) => (typeof inline === 'string' ? inline : inline.text)).join('')
}

/** Every number that a document has as such, in charts and cells, and every one that stands in its words. */
export function numbersOf(outline: Outline): readonly number[] {
  const numbers: number[] = []
  const visit = (value: unknown): void => {
    if (typeof value === 'number') numbers.push(value)
    else if (typeof value === 'string') numbers.push(...wordNumbers(value))
    else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array))
      Object.values(value).forEach(visit)
  }
  visit({ blocks: outline.blocks, workbook: outline.workbook })
  return numbers
}

function wordNumbers(words: string): readonly number[] {
  return [...words.matchAll(/\d[\d\s]*(?:\.\d+)?/gu)].map(([number]) => Number(number.replaceAll(/\s/gu, '')))
}
