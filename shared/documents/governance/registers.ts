import type { GovernanceAssessment } from '../../governance/assess-governance.ts'
import type { Graph } from '../../graph/graph.ts'
import { acceptedOn } from '../accepted.ts'
import { table } from '../blocks.ts'
import { defineDocument, type DocumentDefinition } from '../document.ts'
import { slugOf } from '../text/file-name.ts'
import { governanceOf } from './governance-of.ts'
import { controlTable, inventoryTable, type Register, registerTable } from './tables.ts'

/** Every control with its evidence, for the auditor's own tool. */
export const controlMapping = tableDocument(
  'control-mapping',
  'Control mapping',
  'Each control of eight frameworks with each kind of evidence: automatic, typed or missing.',
  controlTable,
)

/** ICT third parties in rows, for the client's own register. */
export const thirdPartyRegister = tableDocument(
  'third-party-register',
  'Register of third parties',
  'Services of others with function, weight, data, region, subcontractor and exit.',
  registerTable,
)

/** Models in rows, for the client's own inventory. */
export const modelInventory = tableDocument(
  'model-inventory',
  'Model inventory',
  'Each model with version, provider, hosting, purpose, data, owner, end of life and evaluation.',
  inventoryTable,
)

function tableDocument(
  id: string,
  title: string,
  summary: string,
  rowsOf: (governance: GovernanceAssessment, graph: Graph) => Register,
): DocumentDefinition {
  return defineDocument({
    id,
    title,
    reader: 'security',
    summary,
    formats: ['csv'],
    usesGovernance: true,
    fileName: ({ design }) => `${slugOf(design.name)}-${id}`,
    build: (context) => {
      const { columns, rows, about } = rowsOf(governanceOf(context), context.graph)
      const accepted = about.map((ids) => acceptedOn(ids, context))
      return {
        id,
        title: `${title} of ${context.design.name}`,
        authors: context.authors,
        date: context.date,
        blocks: [
          table(
            [...columns, 'Accepted'],
            rows.map((row, index) => [...row, accepted[index] ?? '']),
          ),
        ],
        footer: '',
      }
    },
  })
}
