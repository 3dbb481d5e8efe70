import { acceptedIn, acceptedSentence } from '../accepted.ts'
import { table } from '../blocks.ts'
import { defineDocument } from '../document.ts'
import type { DocumentContext } from '../document.ts'
import { slugOf } from '../text/file-name.ts'
import { referenceWords } from '../text/sentences.ts'
import { treatmentIn } from '../threat-model/decision.ts'
import { threatsOf } from '../threat-model/threats.ts'
import type { Finding } from '../../findings/finding.ts'
import { closingOf } from '../../threats/closing.ts'
import { placesOf, verificationOf, wayOf } from './threat-facts.ts'
import { placeName } from '../text/place-name.ts'

/** Every threat as one row, settled ones too, for a spreadsheet or another tool. */
export const threatTable = defineDocument({
  id: 'threat-table',
  title: 'Threats as a table',
  reader: 'security',
  summary: 'Every threat with severity, state, path, control and how to verify it, one row each.',
  formats: ['csv'],
  hasContent: (context) => rowsOf(context).length > 0,
  fileName: ({ design }) => `${slugOf(design.name)}-threats`,
  build: (context) => ({
    id: 'threat-table',
    title: `Threats of ${context.design.name}`,
    authors: context.authors,
    date: context.date,
    blocks: [table([...columns], rowsOf(context))],
    footer: '',
  }),
})

const columns = [
  'Number',
  'Fingerprint',
  'Title',
  'Severity',
  'Status',
  'Likelihood',
  'Impact',
  'Residual severity',
  'STRIDE',
  'LINDDUN',
  'Elements',
  'Path',
  'Problem',
  'Why it matters',
  'Fix',
  'Control',
  'Control at',
  'Closed by',
  'Decision',
  'Reason',
  'Owner',
  'Approver',
  'Due',
  'Until',
  'Open again because',
  'Verify',
  'References',
  'Rule',
] as const

type Row = Readonly<Partial<Record<(typeof columns)[number], string | number | undefined>>>

/** The threats, and after them what was accepted beside them, in words: no exemption is left out of a list. */
function rowsOf(context: DocumentContext): readonly (readonly string[])[] {
  const threats = threatsOf(context)
  const listed = new Set(threats.map(({ treatedBy }) => treatedBy))
  const beside = acceptedIn(context).filter(({ id }) => !listed.has(id))
  const rows = [
    ...threats.map((threat, index) => rowOf(threat, index, context)),
    ...beside.map((waiver): Row => ({
      Title: acceptedSentence(waiver, context),
      Status: 'accepted',
      Rule: waiver.rule,
    })),
  ]
  return rows.map((row) => columns.map((column) => String(row[column] ?? '')))
}

function rowOf(threat: Finding, index: number, context: DocumentContext): Row {
  const { graph } = context
  const treatment = treatmentIn(threat, context)
  return {
    Number: index + 1,
    Fingerprint: threat.id,
    Title: threat.title,
    Severity: threat.severity,
    Status: threat.status,
    Likelihood: threat.rating?.likelihood,
    Impact: threat.rating?.impact,
    'Residual severity': threat.residual?.severity,
    STRIDE: threat.stride,
    LINDDUN: threat.linddun?.join(' '),
    Elements: placesOf(threat, context).join('; '),
    Path: wayOf(threat, context).join(' → '),
    Problem: threat.problem,
    'Why it matters': threat.why,
    Fix: threat.fix,
    Control: threat.remedy?.title,
    'Control at': threat.remedy === undefined ? undefined : placeName(threat.remedy.at, graph),
    'Closed by': closingOf(context.design, threat),
    Decision: treatment?.response,
    Reason: treatment?.reason,
    Owner: treatment?.owner,
    Approver: treatment?.approver,
    Due: treatment?.due,
    Until: treatment?.until,
    'Open again because': threat.note,
    Verify: verificationOf(threat),
    References: threat.references.map((each) => referenceWords(each, context.catalogues)).join('; '),
    Rule: threat.rule,
  }
}
