import packageFile from '../../package.json'
import priceBook from '../../resources/prices/price-book.json'
import type { Design } from '../../shared/design/design.ts'
import { parseDesign } from '../../shared/design/file.ts'

export { priceBook }
export const { version } = packageFile

/** A template as it ships: a design with the name of its file as id. */
export interface Template {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly design: Design
}

const files = import.meta.glob<string>('../../resources/templates/*.lintel.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The templates of this version, by file name. Read when asked for: most commands need none. */
export function readTemplates(): readonly Template[] {
  return Object.entries(files)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, text]) => readTemplate(path, text))
}

function readTemplate(path: string, text: string): Template {
  const parsed = parseDesign(text)
  if (!parsed.ok) throw new Error(`The template ${path} is damaged: ${parsed.problems[0]?.sentence}`)
  const { design } = parsed.value
  const id = path.replace(/^.*\//, '').replace('.lintel.json', '')
  return { id, title: design.name, summary: design.summary ?? '', design }
}
