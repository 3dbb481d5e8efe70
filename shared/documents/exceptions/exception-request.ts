import type { Finding } from '../../findings/finding.ts'
import { deviationOf, draftException } from '../../standards/exception.ts'
import { badge, callout, facts, heading, list, paragraph, table } from '../blocks.ts'
import { defineDocument, type DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { slugOf } from '../text/file-name.ts'
import { listWords } from '../text/numbers.ts'
import { capital } from '../../design/wording.ts'

/** Why a design departs from the standards of its house, for whoever may allow it: filled in as far as it can be. */
export const exceptionRequest = defineDocument({
  id: 'exception-request',
  title: 'Exception request',
  reader: 'security',
  summary: 'What deviates from the standards, why it matters, what would put it right, and a form to sign.',
  formats: ['docx', 'pdf', 'html', 'markdown'],
  hasContent: (context) => deviations(context).length > 0,
  fileName: ({ design }) => `${slugOf(design.name)}-exception-request`,
  build: (context) => {
    const { design, authors, date, standards } = context
    const asked = deviations(context)
    return {
      id: 'exception-request',
      title: `Exception request for ${design.name}`,
      subtitle: 'Exception request',
      ...(design.client === undefined ? {} : { client: design.client }),
      authors,
      date,
      blocks: asked.length === 0 ? nothingAsked(context) : asked.flatMap((finding) => requestBlocks(finding, context)),
      footer: `Computed from the drawing of ${date}${standards?.title === undefined ? '' : ` and ${standards.title}`}.`,
    }
  },
})

/** The finding that was asked for, or all open ones that deviate. */
function deviations({ analysis, standards, findingId }: DocumentContext): readonly Finding[] {
  if (standards === undefined) return []
  return analysis.findings.filter(
    (finding) =>
      (findingId === undefined ? finding.status === 'open' : finding.id === findingId) &&
      deviationOf(finding, standards) !== undefined,
  )
}

function nothingAsked({ standards }: DocumentContext): readonly Block[] {
  const words =
    standards === undefined
      ? 'This workspace has no standards to deviate from. Import them in the view "Standards".'
      : 'Nothing in this design deviates from the standards.'
  return [paragraph(words)]
}

function requestBlocks(finding: Finding, { standards, graph, date }: DocumentContext): readonly Block[] {
  const deviation = standards === undefined ? undefined : deviationOf(finding, standards)
  const draft = standards === undefined ? undefined : draftException(finding, standards, date)
  const where = listWords(
    finding.elements.map((id) => graph.name(id)),
    6,
  )
  return [
    heading(2, `${finding.title}: ${where}`),
    facts({
      'Deviates from': deviation?.from,
      Rule: finding.rule,
      Severity: [badge(capital(finding.severity), finding.severity)],
      Where: where,
      'Asked by': deviation?.owner,
      'To be approved by': deviation?.approver ?? 'to be named',
      'Asked until': draft?.until,
    }),
    heading(3, 'What deviates'),
    paragraph(finding.problem),
    heading(3, 'Why the standard asks for it'),
    paragraph([finding.why, ...(deviation?.reason === undefined ? [] : [` Reason on the list: ${deviation.reason}.`])]),
    heading(3, 'What would put it right'),
    paragraph(finding.fix),
    callout('neutral', 'How the severity came about', finding.weighed),
    heading(3, 'To be filled in'),
    list([
      'Why the exception is needed, and what was tried instead.',
      'What makes up for it while it lasts, and who answers for that.',
      'What replaces it, and by when.',
    ]),
    table(
      [{ title: 'Decision', width: 1.4 }, { title: 'Name', width: 1.6 }, { title: 'Date' }, { title: 'Until' }],
      [['Approved / refused', deviation?.approver ?? '', '', draft?.until ?? '']],
    ),
  ]
}
