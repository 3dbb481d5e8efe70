import { readGraph } from '../../analyse.ts'
import type { Design } from '../../design/design.ts'
import { effectiveDesign } from '../../design/effective.ts'
import type { DocumentContext, DocumentDefinition } from '../document.ts'
import { isForPeople } from '../accepted.ts'
import { buildDocument } from '../index.ts'
import { type OpenPlace, openPlaces } from './open-places.ts'

/** An answer as a person typed it. */
export interface PlaceAnswer {
  readonly place: Pick<OpenPlace, 'key' | 'path' | 'type'>
  readonly words: string
}

/**
 * The questions that a document has words for and the design no answer to. Found by asking the document itself: every empty
 * place is filled with a word of its own, and what comes out in the built document is what it needs. So no list of needs is
 * kept beside a document, and none can fall behind it.
 */
export function needsOf(document: DocumentDefinition, context: DocumentContext): readonly OpenPlace[] {
  if (document.carriesDesign === true) return []
  const filed = context.filed ?? context.design
  const isNamed = context.brand?.client !== undefined
  const places = openPlaces(effectiveDesign(filed)).filter(({ key }) => !isNamed || key !== 'client')
  if (places.length === 0) return []
  const design = answerPlaces(
    filed,
    places.map((place, index) => ({ place, words: probe(place, index) })),
  )
  const asked = context.authors.length > 0 ? context.authors : (design.authors ?? [])
  const probed: DocumentContext = {
    ...context,
    design: effectiveDesign(design),
    ...(context.filed === undefined ? {} : { filed: design }),
    graph: readGraph(design),
    authors: asked,
    choices: { unanswered: 'mark' },
  }
  const { authors, client, brand: _brand, ...inside } = buildDocument(document, probed)
  // A cover is for people: a table for a program has none.
  const outline = isForPeople(document.formats) ? { authors, client, ...inside } : inside
  const said = JSON.stringify(outline).toLowerCase()
  return places.filter((place, index) => said.includes(probe(place, index).toLowerCase()))
}

/** A word that no design holds; a date that none states. Short, so that no table cuts it. */
function probe({ type }: OpenPlace, index: number): string {
  if (type !== 'date') return `Qz${index}zq`
  const day = new Date(Date.UTC(2900, 0, 1 + index))
  return day.toISOString().slice(0, 10)
}

/** The design with these answers in it; empty answers change nothing. A place that is gone takes none. */
export function answerPlaces(design: Design, answers: readonly PlaceAnswer[]): Design {
  return answers.reduce((answered, { place: { path, type }, words }) => {
    const said = words.trim()
    if (said === '') return answered
    return written(answered, path, type === 'names' ? namesIn(said) : said) as Design
  }, design)
}

function namesIn(words: string): readonly string[] {
  return words
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function written(holder: unknown, [step, ...rest]: readonly string[], answer: unknown): unknown {
  if (step === undefined) return answer
  if (Array.isArray(holder))
    return holder.map((one: { readonly id?: unknown }) => (one.id === step ? written(one, rest, answer) : one))
  const object = typeof holder === 'object' && holder !== null ? holder : {}
  const inner = Object.hasOwn(object, step) ? (object as Readonly<Record<string, unknown>>)[step] : undefined
  return { ...object, [step]: written(inner, rest, answer) }
}
