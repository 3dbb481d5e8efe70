import type { Problem, Result } from '../../design/problem.ts'
import { childrenOf, findChild, parseXml, plainText } from '../../xml/xml-tree.ts'
import type { XmlElement } from '../../xml/xml-tree.ts'
import { decodePage } from './decode-page.ts'

/** Drawings of some hundred shapes hold some hundred kilobytes; pictures inside make them larger. */
const mostCharacters = 10_000_000

/** A page of the file; without a model where it cannot be read. */
export interface Page {
  readonly name: string
  readonly model: XmlElement | undefined
}

/** Whether a text begins as a file of draw.io, after a byte order mark, an XML declaration and comments. */
export function startsAsDrawing(text: string): boolean {
  const start = text.slice(0, 4000).replace(/^\uFEFF/, '')
  return /^\s*(?:<\?[^<>]*\?>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*(?:<!doctype[^>]*>\s*)?<(?:mxfile|mxGraphModel)[\s/>]/i.test(
    start,
  )
}

/** The pages of a file, in its order. Document types are refused, and files of more than ten million characters. */
export function readPages(text: string): Result<readonly Page[]> {
  if (text.length > mostCharacters) {
    return refused(
      'This drawing holds more than 10 million characters and is not read. Take out its pictures.',
      'limit',
    )
  }
  if (/<!doctype/i.test(text)) {
    const sentence =
      'This drawing has a document type, which draw.io writes into none: it is not read. Save it in draw.io again.'
    return refused(sentence, 'limit')
  }
  const root = parseXml(text)
  if (root?.name === 'mxGraphModel') return { ok: true, value: [{ name: 'Drawing', model: root }], problems: [] }
  if (root?.name !== 'mxfile') return refused('This drawing is damaged: its XML does not end well. Save it again.')
  const pages = childrenOf(root, 'diagram').map((diagram, index): Page => {
    const name = plainText(diagram.attributes.get('name') ?? '').trim()
    return { name: name === '' ? `Page ${index + 1}` : name.slice(0, 200), model: modelOf(diagram) }
  })
  if (pages.length === 0) return refused('This drawing has no page; there is nothing to import.')
  return { ok: true, value: pages, problems: [] }
}

/** The shapes stand in the page as they are, or packed as text. */
function modelOf(diagram: XmlElement): XmlElement | undefined {
  const plain = findChild(diagram, 'mxGraphModel')
  if (plain !== undefined) return plain
  const packed = diagram.children.filter((child) => typeof child === 'string').join('')
  const text = decodePage(plainText(packed))
  const root = text === undefined ? undefined : parseXml(text)
  return root?.name === 'mxGraphModel' ? root : undefined
}

/** A file that is not read, as one sentence. */
export function refused(sentence: string, code: 'file' | 'limit' = 'file'): Result<never> {
  const problem: Problem = { code, level: 'error', path: '', sentence }
  return { ok: false, problems: [problem] }
}
