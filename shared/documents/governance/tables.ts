import { type Id, requirementRule } from '../../design/design.ts'
import type { GovernanceAssessment } from '../../governance/assess-governance.ts'
import { controlFrameworks } from '../../governance/mapping/index.ts'
import type { EvidenceState } from '../../governance/evidence/evidence.ts'
import type { ControlRow } from '../../governance/mapping/map-controls.ts'
import { evidenceWords } from '../../governance/words.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Tone } from '../outline.ts'
import { listWords } from '../text/numbers.ts'

/** A table for the report and for a file of its own: the same columns, the same words. */
export interface PlainTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
/** A table with the elements that each of its rows is about. */
export interface Register extends PlainTable {
  readonly about: readonly (readonly Id[])[]
}

const unstated = 'not stated'
const yesNo = (value: boolean | undefined): string => (value === undefined ? unstated : value ? 'yes' : 'no')
const appliesWords = { yes: 'yes', no: 'no', open: 'open' } as const

/** One row for each control and each kind of evidence that bears on it. */
export function controlTable({ controls }: GovernanceAssessment, graph: Graph): Register {
  return {
    columns: ['Framework', 'Edition', 'Control', 'Title', 'Evidence', 'Applies', 'Status', 'What shows it', 'Elements'],
    rows: controls.map((row) => {
      const framework = controlFrameworks.find(({ id }) => id === row.framework)
      return [
        framework?.title ?? row.framework,
        framework?.edition ?? '',
        row.control,
        row.title,
        row.evidenceTitle,
        appliesWords[row.applies],
        statusWords(row),
        row.says,
        row.elements.map((id) => recordName(id, graph)).join('; '),
      ]
    }),
    about: controls.map(({ elements }) => elements),
  }
}

/** The name of an element, or what a record without a name of its own says. */
export function recordName(id: Id, graph: Graph): string {
  const { treatments = [], risks = [], assumptions = [], questions = [] } = graph.design
  const treatment = treatments.find((each) => each.id === id)
  if (treatment !== undefined)
    return treatment.rule === requirementRule
      ? `Waiver of ${listWords(treatment.on.map((on) => graph.name(on)))}`
      : `${treatment.response === 'accept' ? 'Waiver' : 'Treatment'} of ${treatment.rule}`
  const said =
    risks.find((each) => each.id === id)?.statement ??
    assumptions.find((each) => each.id === id)?.statement ??
    questions.find((each) => each.id === id)?.text
  return said ?? graph.name(id)
}

export const evidenceTones: Readonly<Record<EvidenceState['status'], Tone>> = {
  automatic: 'pass',
  typed: 'assumed',
  missing: 'unknown',
  notApplicable: 'neutral',
}

/** A row that does not concern the design has no status of its own. */
export function statusWords(row: Pick<ControlRow, 'applies' | 'status'>): string {
  return row.applies === 'no' ? '' : evidenceWords[row.status].toLowerCase()
}

/** Services of others, one row each; a cloud that nobody named has a row without a name. */
export function registerTable({ register }: GovernanceAssessment, graph: Graph): Register {
  return {
    columns: [
      'Provider',
      'Service',
      'Component',
      'Functions supported',
      'Critical',
      'Data',
      'Region',
      'Subcontractor',
      'Exit',
      'USD a month',
    ],
    rows: [
      ...register.rows.map((row) => [
        row.provider ?? unstated,
        row.service,
        graph.name(row.component),
        row.functions.map(({ name }) => name).join('; '),
        yesNo(row.critical),
        row.data.map((id) => graph.name(id)).join('; '),
        row.region ?? unstated,
        row.subcontractor ?? unstated,
        row.exit ?? unstated,
        row.usdPerMonth === 0 ? 'not priced' : spendWords(row.usdPerMonth),
      ]),
      ...register.unnamedClouds.map((region) => [
        unstated,
        'Public cloud',
        '',
        '',
        unstated,
        '',
        region,
        unstated,
        unstated,
        'not priced',
      ]),
    ],
    about: [...register.rows.map(({ component }) => [component]), ...register.unnamedClouds.map(() => [])],
  }
}

/** Cents, and below a cent that it is below one: a price that is known is never 0. */
function spendWords(usdPerMonth: number): string {
  return usdPerMonth < 0.005 ? 'less than 0.01' : usdPerMonth.toFixed(2)
}

/** Models, one row each. */
export function inventoryTable({ inventory }: GovernanceAssessment, graph: Graph): Register {
  return {
    columns: [
      'Model',
      'Component',
      'Version',
      'Pinned',
      'Provider',
      'Hosting',
      'Region',
      'Purpose',
      'Data',
      'Owner',
      'End of life',
      'Evaluated by',
      'Status',
      'Lacks',
    ],
    rows: inventory.map((row) => [
      row.model ?? row.kind,
      row.name,
      row.version ?? unstated,
      yesNo(row.pinned),
      row.provider ?? unstated,
      row.hosting === undefined ? unstated : row.hosting === 'vendor' ? 'at the vendor' : 'own',
      row.region ?? unstated,
      row.purpose ?? unstated,
      row.data.map((id) => graph.name(id)).join('; '),
      row.owner ?? unstated,
      row.endOfLife ?? 'none known',
      row.evaluatedBy.map((id) => graph.name(id)).join('; '),
      row.status === 'unknown' ? unstated : row.status === 'poc' ? 'proof of concept' : row.status,
      row.lacks.join('; '),
    ]),
    about: inventory.map(({ component }) => [component]),
  }
}
