import type { Id, Requirement, Value } from '../design/design.ts'
import { known } from '../design/value.ts'
import type { Unit } from '../kinds/fields/field.ts'
import { type Formatter, formatExact, formatUsd, formatterOf } from '../kinds/figures/number-format.ts'
import { unitWords } from '../kinds/figures/unit-words.ts'
import { findMetric } from './metrics/index.ts'
import { sayScope } from './scope-sentence.ts'
import { smallTitle } from '../design/wording.ts'

export type ScenarioPart = 'source' | 'stimulus' | 'artefact' | 'environment' | 'response' | 'measure'

/** The six parts of a quality scenario, in the order in which its sentence reads them. */
export const scenarioParts: readonly {
  readonly part: ScenarioPart
  readonly label: string
  readonly example: string
}[] = [
  { part: 'source', label: 'Source', example: 'An analyst' },
  { part: 'stimulus', label: 'Stimulus', example: 'asks a research question' },
  { part: 'environment', label: 'Environment', example: 'in the busiest hour of the day' },
  { part: 'artefact', label: 'Artefact', example: 'the assistant' },
  { part: 'response', label: 'Response', example: 'answers with its sources' },
  { part: 'measure', label: 'Measure', example: 'within 8 s in 95 of 100 cases' },
]

interface Wording {
  readonly nameOf: (id: Id) => string
  /** Amounts in the design's currency; USD when absent. */
  readonly money?: Formatter
}

/**
 * The requirement as one sentence. With a scenario: its parts in order, the measure from metric and target where nobody
 * wrote one. Without: what is measured, of what, against which target.
 */
export function requirementScenario(requirement: Requirement, { nameOf, money = formatUsd }: Wording): string {
  const { scenario, at } = requirement
  const said = (part: ScenarioPart): string | undefined => {
    const text = scenario?.[part]?.trim().replace(/[.;,]$/u, '')
    return text === '' ? undefined : text
  }
  const happens = [said('source'), said('stimulus'), said('environment')].filter((part) => part !== undefined)
  const measure = said('measure') ?? measureWords(requirement, money)
  const answers = [said('artefact') ?? scopeWords(requirement, nameOf), said('response')].filter(
    (part) => part !== undefined,
  )
  if (happens.length === 0 && said('response') === undefined) {
    const of = scopeWords(requirement, nameOf)
    const load = at === 'average' ? ' in the mean hour' : ''
    return asSentence(`${measure}${of === undefined ? '' : `, for ${of}`}${load}${windowWords(requirement)}`)
  }
  const first = happens.join(' ')
  const then = answers.length === 0 ? measure : `${answers.join(' ')}; ${measure}`
  return asSentence(`${first === '' ? then : `${first}: ${then}`}${windowWords(requirement)}`)
}

/** "p95 of time to full answer at most 8 s (stretch 6 s)": what is measured and what it must be. */
export function measureWords(requirement: Requirement, money: Formatter = formatUsd): string {
  const { metric: id, aggregate, is, target, stretch } = requirement
  const metric = findMetric(id)
  const title = smallTitle(metric?.title ?? id)
  const comparison = { '<=': 'at most', '>=': 'at least', '=': 'exactly', in: 'only in' }[is]
  const words = targetWords(target, metric?.unit, money)
  const more = known(stretch) === undefined ? '' : ` (stretch ${targetWords(stretch, metric?.unit, money)})`
  const what = aggregate === undefined ? title : `${aggregate} of ${title}`
  return words === undefined ? `${what}, target open` : `${what} ${comparison} ${words}${more}`
}

/** A target in the unit of its metric; undefined while nobody knows it. */
function targetWords(target: Value | undefined, unit: Unit | undefined, money: Formatter): string | undefined {
  const value = known(target)
  if (value === undefined) return undefined
  if (typeof value !== 'number') return typeof value === 'object' ? value.join(', ') : String(value)
  const words = formatExact(value, formatterOf(unit, money))
  return unit === undefined || spoken.has(unit) ? words : `${words} ${unitWords(value, unit)}`
}
/** Units that the number shows itself, or the title of every metric that has them. */
const spoken: ReadonlySet<Unit> = new Set([
  'ms',
  's',
  'minutes',
  'hours',
  'days',
  'share',
  'USD',
  'USD/month',
  'calls/s',
  'tokens',
  'count',
])

const mostNames = 3

function scopeWords({ on, where, metric }: Requirement, nameOf: (id: Id) => string): string | undefined {
  if (on === undefined || on.length === 0) return where === undefined ? undefined : sayScope(where, findMetric(metric))
  const names = on.slice(0, mostNames).map((id) => `"${nameOf(id)}"`)
  if (on.length > mostNames) return `${names.join(', ')} and ${on.length - mostNames} more`
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ')
}

function windowWords({ window }: Requirement): string {
  return window === undefined || window.trim() === '' ? '' : `, measured over ${window.trim()}`
}

/** With a capital and a full stop. */
export function asSentence(text: string): string {
  // "p95" keeps its small letter.
  return `${/^p\d/u.test(text) ? text.charAt(0) : text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
