import { type Id, requirementRule, type Treatment } from '../design/design.ts'
import { treatmentsOf } from '../findings/treat.ts'
import { rules } from '../rules.ts'
import { allRules } from '../standards/apply-standards.ts'
import { badge, heading, slide, table, type Words } from './blocks.ts'
import type { DocumentContext, DocumentFormat } from './document.ts'
import type { Block, Outline } from './outline.ts'
import { countOf, listWords, someOf } from './text/numbers.ts'
import { asSentence } from './text/sentences.ts'
import { capital, splitWords } from '../design/wording.ts'

/**
 * What named people accepted, in the variant that is shown. Whoever reads any document of a design reads this with it,
 * unless it is marked internal.
 */
export function acceptedIn({ design }: Pick<DocumentContext, 'design'>): readonly Treatment[] {
  return treatmentsOf(design).filter(({ response }) => response === 'accept')
}

/** Formats that programs read: a table of notes would break them. */
const dataFormats: readonly DocumentFormat[] = ['csv', 'json', 'yaml', 'sarif']

/** Whether people read the document, so that what was accepted belongs into it. */
export function isForPeople(formats: readonly DocumentFormat[]): boolean {
  return formats.some((format) => !dataFormats.includes(format))
}

/** The outline with what was accepted at its end: a slide after slides, a section after text. */
export function withAccepted(outline: Outline, context: DocumentContext): Outline {
  const accepted = acceptedIn(context)
  if (accepted.length === 0) return outline
  const notes = acceptedNotes(context)
  const isDeck = outline.blocks.some(({ type }) => type === 'slide')
  const added: readonly Block[] = isDeck
    ? [
        slide(acceptedTitle(accepted, context.date), [notes], {
          speakerNotes:
            'Ask whether each still holds, and who looks at it again on its day: what was accepted until then is open from then on.',
          footnote: 'A waiver that has run out counts as open again.',
        }),
      ]
    : [heading(2, 'Accepted'), notes]
  return { ...outline, blocks: [...outline.blocks, ...added] }
}

/** Says "by name, each until a day" only where that is so. */
function acceptedTitle(accepted: readonly Treatment[], date: string): string {
  const words = `${capital(countOf(accepted.length, 'risk or target has', 'risks and targets have'))} been accepted`
  const weak = accepted.filter(({ approver, until }) => approver === undefined || until === undefined || until < date)
  return weak.length === 0
    ? `${words} by name, ${accepted.length === 1 ? '' : 'each '}until a day`
    : `${words}, ${someOf(accepted.length, weak.length, 'with no name or end, or past it')}`
}

/** The table with the subjects in the words of rules and elements. */
export function acceptedNotes(context: DocumentContext): Block {
  return acceptedTable(context, (treatment) => subjectOf(treatment, context))
}

/** One row for each waiver: what, why, who answers for it, what makes up for it, who signed, until when. */
export function acceptedTable(context: DocumentContext, subject: (treatment: Treatment) => Words): Block {
  return table(
    [
      { title: 'Accepted', width: 2.4 },
      { title: 'Reason', width: 2.2 },
      { title: 'Owner' },
      { title: 'Compensating control', width: 1.6 },
      { title: 'Signed by' },
      { title: 'Until', width: 1.2 },
      { title: 'When signed' },
    ],
    acceptedIn(context).map((treatment): readonly Words[] => [
      subject(treatment),
      asSentence(treatment.reason),
      treatment.owner ?? treatment.approver ?? [badge('nobody', 'fail')],
      compensationOf(treatment, context),
      treatment.approver ?? [badge('nobody', 'fail')],
      untilWords(treatment, context.date),
      signedWords(treatment),
    ]),
  )
}

function compensationOf({ compensating, controls = [] }: Treatment, { design, graph }: DocumentContext): Words {
  const named = controls.map((id) => design.controls?.find((control) => control.id === id)?.name ?? graph.name(id))
  const all = [...(compensating === undefined ? [] : [compensating]), ...named]
  return all.length === 0 ? 'none' : listWords(all, 3)
}

/** A finding was signed at its severity, a requirement at its verdict. */
function signedWords({ rule, basis }: Treatment): Words {
  if (basis === undefined) return '–'
  return rule === requirementRule ? splitWords(basis.severity) : `severity ${basis.severity}`
}

function untilWords({ until }: Treatment, date: string): Words {
  if (until === undefined) return [badge('no end', 'fail')]
  return until < date ? [`${until} `, badge('expired', 'fail')] : until
}

function subjectOf(treatment: Treatment, context: DocumentContext): string {
  const places = listWords(
    treatment.on.map((element) => context.graph.name(element)),
    3,
  )
  return treatment.rule === requirementRule
    ? `Requirement ${places}`
    : `${ruleTitle(treatment.rule, context)} (${treatment.rule}, ${places})`
}

/**
 * What a rule looks for, also where nothing is found any more, where it is switched off, and under the name that another
 * catalogue has for it.
 */
export function ruleTitle(id: string, { standards }: Pick<DocumentContext, 'standards'>): string {
  const known = standards === undefined ? rules : allRules(rules, standards)
  const rule = known.find((each) => each.id === id) ?? known.find(({ aliases }) => aliases.includes(id))
  return rule?.title ?? 'A rule that is no longer looked at'
}

/**
 * What was accepted on any of these elements, for a cell of a file of data: "Run cost: known (signed by Ada until
 * 2027-01-31)". Empty when nothing was.
 */
export function acceptedOn(ids: readonly Id[], context: DocumentContext): string {
  return acceptedIn(context)
    .filter((treatment) => ids.includes(treatment.id) || treatment.on.some((on) => ids.includes(on)))
    .map((treatment) => acceptedSentence(treatment, context))
    .join(' ')
}

/** One waiver as a sentence, for files that programs read. */
export function acceptedSentence(treatment: Treatment, context: DocumentContext): string {
  const { reason, approver, until, compensating } = treatment
  const end =
    until === undefined ? 'without an end' : `until ${until}${until < context.date ? ', which has passed' : ''}`
  const made = compensating === undefined ? '' : ` Compensating control: ${asSentence(compensating)}`
  return `${subjectOf(treatment, context)}: ${asSentence(reason)}${made} Signed by ${approver ?? 'nobody'}, ${end}.`
}
