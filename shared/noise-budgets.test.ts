import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import type { Analysis } from './analysis.ts'
import { collections } from './design/collections.ts'
import type { Design, Id } from './design/design.ts'
import { addComponent, blankDesign, duplicate } from './design/edit/index.ts'
import { parseDesign } from './design/file.ts'
import { mapReferences } from './design/references.ts'
import { firstFindings, firstQuestions } from './findings/first-sight.ts'
import { linesOf } from './findings/lines.ts'
import { searchService } from './findings/testing/bases.ts'
import { inspect } from './findings/testing/inspect.ts'
import { box } from './findings/testing/mini-design.ts'
import { kinds } from './kinds/index.ts'
import { rules } from './rules.ts'
import { drawingSession } from './testing/drawing-session.ts'

const resources = join(import.meta.dirname, '../resources')
const prices: object = JSON.parse(readFileSync(join(resources, 'prices/price-book.json'), 'utf8'))
const templates = readdirSync(join(resources, 'templates'))
  .filter((name) => name.endsWith('.lintel.json'))
  .map((name): readonly [string, Design] => {
    const read = parseDesign(readFileSync(join(resources, 'templates', name), 'utf8'))
    if (!read.ok) throw new Error(name)
    return [name, read.value.design]
  })
const analyseDesign = (design: Design): Analysis => analyse(design, { prices, today: '2026-11-21' })
const openLines = ({ findings }: Pick<Analysis, 'findings'>) =>
  linesOf(findings.filter(({ status }) => status === 'open'))

it('a blank canvas says nothing: no finding, no question, no problem', () => {
  const { findings, questions, problems } = analyseDesign(blankDesign('d-new', 'New'))
  expect([findings, questions, problems]).toEqual([[], [], []])
})

describe.each(kinds.map(({ id }) => id))('%s', (kind) => {
  it('dropped alone says nothing', () => {
    const { findings, questions } = analyseDesign(addComponent(blankDesign('d-new', 'New'), box('c-new', kind)))
    expect([findings, questions]).toEqual([[], []])
  })

  it('dropped into a drawing, and joined to nothing yet, says nothing new', () => {
    const said = (design: Design) => {
      const { findings, questions } = inspect(design, rules)
      const asked = questions.map(({ id, elements }) => `${id} of ${elements.map(({ on }) => on).join(', ')}`)
      return [findings.map(({ id }) => id), asked.toSorted()]
    }
    expect(said(addComponent(searchService, box('c-new', kind)))).toEqual(said(searchService))
  })
})

describe.each(templates)('%s', (_, design) => {
  const analysis = analyseDesign(design)
  const lines = openLines(analysis)

  it('shows all it has to say at first sight', () => {
    expect(lines.length).toBeLessThanOrEqual(firstFindings)
    expect(analysis.questions.length).toBeLessThanOrEqual(firstQuestions)
    const of = (wanted: string): number => lines.filter(({ findings }) => findings[0].severity === wanted).length
    expect(of('critical')).toBeLessThanOrEqual(1)
    expect(of('high')).toBeLessThanOrEqual(3)
  })

  it.each([
    ['duplicated as people do it', duplicated(design)],
    ['drawn twice, its data too', drawnTwice(design)],
  ])('%s has more places and no more lines', (_name, twice) => {
    const both = analyseDesign(twice)
    expect(openLines(both).filter(({ id }) => !lines.some((line) => line.id === id))).toEqual([])
    expect(both.questions.length).toBeLessThanOrEqual(analysis.questions.length)
    const places = (of: Analysis): number =>
      of.findings.length + of.questions.flatMap(({ elements }) => elements).length
    expect(places(both)).toBeGreaterThanOrEqual(places(analysis))
  })
})

function duplicated(design: Design): Design {
  let count = 0
  const drawn = [...(design.components ?? []), ...(design.boundaries ?? [])].map(({ id }) => id)
  return duplicate(design, drawn, (prefix) => `${prefix.slice(0, 40)}-copy-${(count += 1)}`).design
}

/** Every boundary, component, arrow and data asset beside itself, under new ids. */
function drawnTwice(design: Design): Design {
  const copied = collections.filter((each) => ['boundaries', 'components', 'flows', 'data'].includes(each))
  const ids = new Set(copied.flatMap((collection) => (design[collection] ?? []).map(({ id }) => id)))
  const other = (id: Id): Id => (ids.has(id) ? `${id}-copy` : id)
  const lists = copied.map((collection) => {
    const elements: readonly { readonly id: Id; readonly name?: string }[] = design[collection] ?? []
    const copies = elements.map((element) => ({
      ...mapReferences(collection, element as never, other),
      id: other(element.id),
      ...(element.name === undefined ? {} : { name: `${element.name} (2)` }),
    }))
    return [collection, [...elements, ...copies]]
  })
  return { ...design, ...Object.fromEntries(lists) }
}

describe('the first twenty steps of a drawing', () => {
  const steps = drawingSession()
  const seen = steps.map(({ name, design }) => ({ name, ...analyseDesign(design) }))

  it('raise no finding before something is wrong', () => {
    expect(steps.length).toBeGreaterThan(20)
    const said = seen.map((each) => [each.name, openLines(each).map(({ findings }) => findings[0].rule)])
    expect(said.slice(0, -1)).toEqual(steps.slice(0, -1).map(({ name }) => [name, []]))
    expect(said.at(-1)).toEqual(['every employee may find every document', ['RAG-01']])
  })

  it('change three lines at most, and take no question back that still stands', () => {
    for (const [index, now] of seen.entries()) {
      const before = new Set(index === 0 ? [] : openLines(seen[index - 1] ?? now).map(({ id }) => id))
      const after = openLines(now).map(({ id }) => id)
      const changed = [...after.filter((id) => !before.has(id)), ...[...before].filter((id) => !after.includes(id))]
      expect([now.name, changed.length <= 3 ? [] : changed]).toEqual([now.name, []])
    }
    // The step that says what people do asks what nobody has drawn; no other asks more than about one new box.
    const asked = seen.map(({ questions }, index) => {
      const known = new Set((seen[index - 1]?.questions ?? []).map(({ id }) => id))
      return questions.filter(({ id }) => !known.has(id)).length
    })
    expect(Math.max(...asked)).toBeLessThanOrEqual(7)
    // Only two steps answer a question: how long people may wait, and who may find what.
    const gone = seen.flatMap(({ questions }, index) => {
      const still = new Set(questions.map(({ id }) => id))
      return (seen[index - 1]?.questions ?? []).flatMap(({ id }) => (still.has(id) ? [] : [id]))
    })
    expect(gone).toEqual(['topic.latency', 'settings.accessControl'])
  })
})
