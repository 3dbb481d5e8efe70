import { defineDocument } from '../document.ts'
import type { DocumentContext } from '../document.ts'
import { drawDesign, isArranged, pageSpace, sidewaysSpace } from '../picture/draw.ts'
import { sourceBlocks } from '../closing.ts'
import { diagram, heading, paragraph, section } from '../blocks.ts'
import type { Block } from '../outline.ts'
import { slugOf } from '../text/file-name.ts'
import { byElementTitle, coverageAppendix, coverageBlocks, coverageOf } from './coverage-blocks.ts'
import { notLookedAtBlocks } from '../not-looked-at.ts'
import { crossingBlocks } from './crossings.ts'
import { questionBlocks } from './open-questions.ts'
import { referenceBlocks } from './references.ts'
import { actorBlocks, assetBlocks, boundaryBlocks, scopeBlocks } from './scope.ts'
import { sinceReviewBlocks } from './since-review.ts'
import { summaryBlocks } from './summary.ts'
import { threatBlocks, threatsOf } from './threats.ts'
import { acceptedBlocks, controlBlocks } from './treatment.ts'

/** The threat model as a report: what was looked at, what was found, what is done about it, and what nobody knows. */
export const threatModel = defineDocument({
  id: 'threat-model',
  title: 'Threat model',
  reader: 'security',
  summary: 'Scope, data flows, ranked threats with their paths, controls, accepted risks and open questions.',
  formats: ['docx', 'pdf', 'html', 'markdown'],
  showsAccepted: true,
  showsSwitchedOff: true,
  fileName: ({ design }) => `${slugOf(design.name)}-threat-model`,
  build: (context) => {
    const { design, authors, date } = context
    return {
      id: 'threat-model',
      title: `Threat model of ${design.name}`,
      subtitle: 'Threat model',
      ...(design.client === undefined ? {} : { client: design.client }),
      authors,
      date,
      blocks: threatModelBlocks(context),
      footer: `Threats are computed from the drawing of ${date}; what is not drawn is not covered.`,
    }
  },
})

function threatModelBlocks(context: DocumentContext): readonly Block[] {
  const threats = threatsOf(context)
  const coverage = coverageOf(context)
  return [
    ...section(2, 'Summary', ...summaryBlocks(context, threats, coverage)),
    ...section(2, 'Since the last review', ...sinceReviewBlocks(context)),
    ...section(2, 'Scope and assumptions', ...scopeBlocks(context)),
    ...dataFlows(context),
    ...section(2, 'Trust boundaries', ...boundaryBlocks(context), ...crossingBlocks(context)),
    ...section(2, 'Data', ...assetBlocks(context)),
    ...section(2, 'Actors and identities', ...actorBlocks(context)),
    ...section(2, 'Threats', ...threatBlocks(context, threats)),
    ...section(2, 'Controls and treatment', ...controlBlocks(context, threats)),
    ...section(2, 'Accepted risks', ...acceptedBlocks(context)),
    ...section(2, 'Open questions', ...questionBlocks(context)),
    ...section(2, 'Coverage', ...coverageBlocks(context, coverage)),
    ...section(2, 'Not looked at', ...notLookedAtBlocks(context)),
    ...section(2, 'Catalogues and editions', ...referenceBlocks(threats, context.catalogues)),
    ...section(2, byElementTitle, ...coverageAppendix(context, coverage)),
    ...sourceBlocks(context, 2),
  ]
}

function dataFlows(context: DocumentContext): readonly Block[] {
  if ((context.design.components ?? []).length === 0) {
    return [heading(2, 'Data flows'), paragraph('Nothing has been drawn yet.')]
  }
  const picture = drawDesign(context.graph, {
    labels: 'data',
    ...(isArranged(context.graph) ? {} : { layout: 'fresh', fit: [pageSpace, sidewaysSpace] }),
  })
  return [
    heading(2, 'Data flows'),
    diagram(
      picture,
      'Components, trust boundaries and the data that arrows carry. Solid arrows wait for an answer, double ones stream it, dashed ones do not wait, dotted ones run outside requests.',
    ),
  ]
}
