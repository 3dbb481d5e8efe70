import type { Finding } from '../../findings/finding.ts'
import { code, facts, heading, list, paragraph } from '../blocks.ts'
import { defineDocument } from '../document.ts'
import type { DocumentContext } from '../document.ts'
import type { Block, Inline } from '../outline.ts'
import { slugOf } from '../text/file-name.ts'
import { asSentence, referenceLines } from '../text/sentences.ts'
import { decisionFact, dueWords, isPending, treatmentIn } from '../threat-model/decision.ts'
import { threatsOf } from '../threat-model/threats.ts'
import { placesOf, verificationOf, wayOf } from './threat-facts.ts'
import { placeName } from '../text/place-name.ts'
import { capital } from '../../design/wording.ts'

/** One issue for each open threat, in the Markdown that trackers take: title, description, path, acceptance, labels. */
export const threatIssues = defineDocument({
  id: 'threat-issues',
  title: 'Threats as issues',
  reader: 'security',
  summary: 'One issue for each open threat, for Jira and other trackers: description, path, acceptance, labels.',
  formats: ['markdown'],
  fileName: ({ design }) => `${slugOf(design.name)}-threat-issues`,
  build: (context) => {
    const threats = threatsOf(context)
    const open = threats.filter(({ status }) => status === 'open')
    const settled = threats.filter(({ status }) => status !== 'open')
    const { design, authors, date } = context
    return {
      id: 'threat-issues',
      title: `Threats of ${design.name}`,
      authors,
      date,
      blocks: [
        paragraph(
          open.length === 0
            ? 'No threat is open, so there is no issue to write. That says nothing about what the drawing does not show, nor about what nobody has answered: the questions of the design say what is not known yet.'
            : `${open.length === 1 ? 'One issue' : `${open.length} issues`}, the worst first. The title of each is its heading.`,
        ),
        ...open.flatMap((threat) => issueOf(threat, context)),
        ...settledBlocks(settled, context),
      ],
      footer: `As the design stood on ${date}.`,
    }
  },
})

function issueOf(threat: Finding, context: DocumentContext): readonly Block[] {
  const { graph } = context
  const way = wayOf(threat, context)
  const { remedy, rating } = threat
  const control =
    remedy === undefined
      ? undefined
      : `"${remedy.title}" is in place on ${placeName(remedy.at, graph)}${remedy.strength === 'deterministic' ? '' : ', which lowers the odds and does not close it'}.`
  const treatment = treatmentIn(threat, context)
  const isPlanned = treatment !== undefined && threat.note === undefined
  const acceptance = [control, verificationOf(threat)].filter((line) => line !== undefined)
  return [
    heading(2, `${capital(threat.severity)}: ${threat.title}`),
    heading(3, 'Description'),
    paragraph(asSentence(threat.problem)),
    paragraph(asSentence(threat.why)),
    ...(way.length > 1 ? [heading(3, 'Path'), list(way, true)] : []),
    heading(3, 'What to do'),
    paragraph(asSentence(threat.fix)),
    heading(3, 'Acceptance'),
    list(
      acceptance.length === 0
        ? [
            isPlanned
              ? 'What was decided is done, and the design says so.'
              : 'Somebody has decided about it, and the decision is written down in the design.',
          ]
        : acceptance.map(asSentence),
    ),
    facts({
      Severity: threat.severity,
      Rating: rating === undefined ? undefined : `Likelihood ${rating.likelihood} × impact ${rating.impact}`,
      ...decisionFact(threat, context),
      Owner: treatment?.owner,
      Due: treatment?.due === undefined ? undefined : dueWords(treatment, context),
      Concerns: placesOf(threat, context).join(', '),
      References: referenceLines(threat.references, context.catalogues),
      Labels: labelsOf(threat),
      Fingerprint: [code(threat.id)],
    }),
  ]
}

/** Words without spaces, as trackers want them. */
function labelsOf({ severity, topic, stride = '', linddun = [], rule }: Finding): readonly Inline[] {
  const labels = [
    'threat',
    `severity-${severity}`,
    `topic-${topic}`,
    ...stride.split('').map((letter) => `stride-${letter.toLowerCase()}`),
    ...linddun.map((letter) => `linddun-${letter.toLowerCase()}`),
    `rule-${rule.toLowerCase()}`,
  ]
  return labels.flatMap((label, index) => (index === 0 ? [code(label)] : [' ', code(label)]))
}

function settledBlocks(settled: readonly Finding[], context: DocumentContext): readonly Block[] {
  if (settled.length === 0) return []
  return [
    heading(2, 'Not in this list'),
    paragraph('These threats are not open while what was decided holds.'),
    list(settled.map((threat) => `${threat.title} (${[threat.status, ...pendingWords(threat, context)].join('; ')})`)),
  ]
}

/** What is still to be done about a threat that is not open, by whom and until when. */
function pendingWords(threat: Finding, context: DocumentContext): readonly string[] {
  const treatment = treatmentIn(threat, context)
  if (treatment === undefined || !isPending(treatment)) return []
  const { owner, due } = treatment
  return ['not done yet', ...(owner === undefined ? [] : [owner]), ...(due === undefined ? [] : [`due ${due}`])]
}
