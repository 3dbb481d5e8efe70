import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse, type Knowledge } from '../shared/analyse.ts'
import type { Design } from '../shared/design/design.ts'
import { type Measure, type Measurement, timeOf } from './bench.ts'
import { drawingOf } from './drawing.ts'

/** Analysing a template again after an edit that changes a time, and drawings of growing size after such an edit. */
export const measure: Measure = ({ root }) => {
  const knowledge: Knowledge = {
    prices: JSON.parse(readFileSync(join(root, 'resources/prices/price-book.json'), 'utf8')) as object,
    today: '2026-11-21',
  }
  const folder = join(root, 'resources/templates')
  const templates = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Design)
  return [
    ...templates.map((design) => measureEdits(`Edit in "${design.name}"`, design, knowledge)),
    ...[50, 500].map((size) => measureEdits(`Edit in a drawing of ${size} components`, drawingOf(size), knowledge)),
  ]
}

function measureEdits(what: string, design: Design, knowledge: Knowledge): Measurement {
  let edits = 0
  const work = (): unknown => {
    edits += 1
    return analyse(editTime(design, edits), knowledge)
  }
  return { what, value: timeOf(work, design.components && design.components.length > 100 ? 5 : 15), unit: 'ms' }
}

/** Another time each turn, so that nothing remembered answers. */
function editTime(design: Design, edits: number): Design {
  const middle = Math.floor((design.components?.length ?? 0) / 2)
  const components = (design.components ?? []).map((component, index) =>
    index === middle
      ? { ...component, settings: { ...component.settings, p50Ms: 50 + edits, p95Ms: 150 + edits } }
      : component,
  )
  return { ...design, components }
}
