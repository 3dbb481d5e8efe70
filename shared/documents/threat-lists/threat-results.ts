import { printDesign } from '../../design/print.ts'
import { buildSarif } from '../../findings/report/write-sarif.ts'
import { acceptedIn, acceptedSentence } from '../accepted.ts'
import { paragraph } from '../blocks.ts'
import { defineDocument } from '../document.ts'
import { switchedOff } from '../not-looked-at.ts'
import { entryOf } from '../../threats/frameworks/name-reference.ts'
import { slugOf } from '../text/file-name.ts'
import { threatsOf } from '../threat-model/threats.ts'
import { rulesOf } from './threat-facts.ts'

/** The threats as SARIF 2.1.0, each way of attack as a flow from source to sink; places are those of the design file. */
export const threatResults = defineDocument({
  id: 'threat-results',
  title: 'Threats as SARIF',
  reader: 'security',
  summary: 'Every threat as a result of SARIF 2.1.0, ways of attack as code flows, decisions as suppressions.',
  formats: ['sarif'],
  fileName: ({ design }) => `${slugOf(design.name)}-threats`,
  build: (context) => {
    const { design, authors, date } = context
    const threats = threatsOf(context)
    const log = buildSarif({
      file: `${slugOf(design.name)}.lintel.json`,
      text: printDesign(design),
      design,
      findings: threats,
      questions: [],
      rules: rulesOf(threats),
      off: switchedOff(context),
      entryOf: (reference) => entryOf(reference, context.catalogues),
    })
    const accepted = acceptedIn(context).map((waiver) => acceptedSentence(waiver, context))
    const data = { ...log, ...(accepted.length === 0 ? {} : { properties: { accepted } }) }
    const blocks = [paragraph(`${threats.length} ${threats.length === 1 ? 'threat' : 'threats'}.`)]
    return { id: 'threat-results', title: `Threats of ${design.name}`, authors, date, blocks, footer: '', data }
  },
})
