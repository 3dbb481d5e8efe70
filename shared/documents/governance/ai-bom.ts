import { buildAiBom } from '../../governance/bill-of-materials/build-ai-bom.ts'
import { indicative, tierSentence } from '../../governance/words.ts'
import { acceptedIn, acceptedSentence } from '../accepted.ts'
import { paragraph } from '../blocks.ts'
import { defineDocument } from '../document.ts'
import { slugOf } from '../text/file-name.ts'
import { governanceOf } from './governance-of.ts'

/** The bill of materials of the design: models, data, services and who depends on whom. */
export const aiBom = defineDocument({
  id: 'ai-bom',
  title: 'AI-BOM (CycloneDX 1.6)',
  reader: 'security',
  summary: 'Models with their cards, data, services and dependencies, as an ML-BOM for the tools of the supply chain.',
  formats: ['json'],
  usesGovernance: true,
  fileName: ({ design }) => `${slugOf(design.name)}-ai-bom`,
  build: (context) => {
    const { design, graph, analysis, date, authors } = context
    const { inventory, register, act } = governanceOf(context)
    const bill = buildAiBom({
      graph,
      inventory,
      register: register.rows,
      requirements: analysis.requirements,
      properties: [
        { name: 'lintel:euAiAct', value: `${indicative}. ${tierSentence(act)}` },
        ...acceptedIn(context).map((waiver) => ({ name: 'lintel:accepted', value: acceptedSentence(waiver, context) })),
      ],
      timestamp: `${date}T00:00:00Z`,
      authors,
    })
    return {
      id: 'ai-bom',
      title: `AI-BOM of ${design.name}`,
      authors,
      date,
      blocks: [paragraph(`${bill.components.length} components and ${bill.services.length} services.`)],
      footer: '',
      data: bill,
    }
  },
})
