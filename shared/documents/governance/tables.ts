import type { GovernanceAssessment } from '../../governance/assess-governance.ts'
import { controlFrameworks } from '../../governance/mapping/index.ts'
import type { ControlRow } from '../../governance/mapping/map-controls.ts'
import { evidenceWords } from '../../governance/words.ts'
import type { Graph } from '../../graph/graph.ts'

/** A table for the report and for a file of its own: the same columns, the same words. */
export interface PlainTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const unstated = 'not stated'
const yesNo = (value: boolean | undefined): string => (value === undefined ? unstated : value ? 'yes' : 'no')
const appliesWords = { yes: 'yes', no: 'no', open: 'open' } as const

/** One row for each control and each kind of evidence that bears on it. */
export function controlTable({ controls }: GovernanceAssessment, graph: Graph): PlainTable {
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
        row.elements.map((id) => graph.name(id)).join('; '),
      ]
    }),
  }
}

/** A row that does not concern the design has no status of its own. */
export function statusWords(row: Pick<ControlRow, 'applies' | 'status'>): string {
  return row.applies === 'no' ? '' : evidenceWords[row.status].toLowerCase()
}

/** Services of others, one row each; a cloud that nobody named has a row without a name. */
export function registerTable({ register }: GovernanceAssessment, graph: Graph): PlainTable {
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
        row.usdPerMonth === 0 ? 'not priced' : row.usdPerMonth.toFixed(2),
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
  }
}

/** Models, one row each. */
export function inventoryTable({ inventory }: GovernanceAssessment, graph: Graph): PlainTable {
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
  }
}
