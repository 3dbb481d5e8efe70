import { outdatedBlocks } from './outdated.ts'
import { currencyWords } from '../text/numbers.ts'
import { shownCurrency } from '../../kinds/figures/money-format.ts'
import type { Decision, Design, Id } from '../../design/design.ts'
import { frontMatter, heading, link, list, paragraph, recordLink, section, strong, unanswered } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { sayChosenOut } from '../../decisions/chosen-out.ts'
import { weighOptions } from '../../decisions/matrix.ts'
import { acceptedIn, acceptedNotes } from '../accepted.ts'
import { closingFacts } from '../closing.ts'
import { defineDocument } from '../document.ts'
import type { DocumentContext } from '../document.ts'
import type { Block, Inline } from '../outline.ts'
import { withheldName } from '../redact.ts'
import { outcomesOf } from '../sides.ts'
import { decisionNumber, slugOf } from '../text/file-name.ts'
import { asSentence, requirementSentence, valueWords } from '../text/sentences.ts'
import { smallTitle } from '../../design/wording.ts'
import { asTail, namesIn, prosAndConsOf, recordedConsequences } from './consequences.ts'

/** One decision as a Markdown architecture decision record (MADR 4.0.0, adr.github.io/madr). */
export const decisionRecord = defineDocument({
  id: 'adr',
  title: 'Decision record',
  summary: 'One decision with its drivers, options and consequences, as Markdown for the repository (MADR 4).',
  formats: ['markdown', 'html', 'pdf', 'docx'],
  perDecision: true,
  showsAccepted: true,
  fileName: (context) => recordFileName(decisionOf(context)),
  build: (context) => {
    const { design } = context
    const decision = decisionOf(context)
    return {
      id: 'adr',
      title: decision.name,
      subtitle: `Decision ${decisionNumber(decision.number)} of ${design.name}`,
      ...(design.client === undefined ? {} : { client: design.client }),
      authors: decision.people?.deciders ?? context.authors,
      date: decision.date ?? context.date,
      blocks: recordBlocks(decision, context),
      footer: footerOf(context),
    }
  },
})

/** 0001-check-every-answer */
function recordFileName(decision: Decision): string {
  return `${decisionNumber(decision.number)}-${slugOf(decision.name)}`
}

/** The decision of the context. Asking for one that is not in the design is a bug of the caller. */
function decisionOf({ design, decisionId }: DocumentContext): Decision {
  const decisions = design.decisions ?? []
  const found = decisionId === undefined ? decisions[0] : decisions.find(({ id }) => id === decisionId)
  if (found === undefined) throw new Error(`The design has no decision "${decisionId ?? ''}" that may be exported.`)
  return found
}

function recordBlocks(decision: Decision, context: DocumentContext): readonly Block[] {
  const nameOf = (id: Id): string => context.graph.name(id)
  const requirements = context.design.requirements ?? []
  const shown = (decision.drivers ?? []).filter((id) => nameOf(id) !== withheldName)
  const drivers = shown.map((id) => {
    const requirement = requirements.find((each) => each.id === id)
    return requirement === undefined
      ? nameOf(id)
      : requirementSentence(requirement, nameOf, shownCurrency(context.design))
  })
  const pros = decision.options.flatMap((option): readonly Block[] => {
    const items = prosAndConsOf(option, decision, context)
    return [
      heading(3, option.title),
      ...(items.length === 0 ? [unanswered('Nothing was written down about it.')] : [list(items)]),
    ]
  })
  const consequences = recordedConsequences(decision, context)
  const confirmation = confirmationOf(decision, context)
  const more = moreInformation(decision, context)
  return [
    frontMatter({
      status: statusOf(decision, context.design),
      date: decision.date,
      'decision-makers': decision.people?.deciders,
      consulted: decision.people?.consulted,
      informed: decision.people?.informed,
    }),
    heading(1, decision.name),
    ...outdatedBlocks(decision, context),
    ...section(
      2,
      'Context and Problem Statement',
      decision.context === undefined
        ? unanswered('To be completed: the context has not been written down.')
        : paragraph(asSentence(decision.context)),
      ...(context.design.framing?.problem === undefined
        ? []
        : [paragraph([strong('What the design is for: '), asSentence(context.design.framing.problem)])]),
    ),
    ...section(2, 'Decision Drivers', ...(drivers.length === 0 ? [] : [list(drivers)])),
    ...section(
      2,
      'Considered Options',
      decision.options.length === 0
        ? unanswered('To be completed: no option has been written down.')
        : list(decision.options.map((option) => option.title)),
    ),
    ...section(
      2,
      'Decision Outcome',
      ...outcome(decision, context),
      ...section(3, 'Consequences', ...(consequences.length === 0 ? [] : [list(consequences)])),
      ...section(3, 'Confirmation', ...confirmation),
    ),
    ...section(2, 'Pros and Cons of the Options', ...pros),
    ...section(2, 'More Information', ...more),
    ...section(more.length === 0 ? 2 : 3, 'Assumptions, sources and dates', closingFacts(context)),
  ]
}

function outcome(decision: Decision, context: DocumentContext): readonly Block[] {
  const { status, chosen, because, options } = decision
  const option = options.find(({ id }) => id === chosen)
  if (option === undefined) {
    return status === 'proposed'
      ? [paragraph('Nothing has been chosen yet.')]
      : [unanswered('To be completed: which option was chosen has not been written down.')]
  }
  const out = sayChosenOut(decision, weighOptions(decision, context.design, outcomesOf(context)))
  const missed = out === undefined ? [] : [paragraph(out)]
  if (because !== undefined)
    return [
      paragraph(['Chosen option: "', strong(option.title), '", because ', asTail(because, namesIn(context.design))]),
      ...missed,
    ]
  return [
    paragraph(['Chosen option: "', strong(option.title), '".']),
    ...missed,
    unanswered('To be completed: the reason has not been written down.'),
  ]
}

function statusOf(decision: Decision, design: Design): string {
  const successor = (design.decisions ?? []).find(({ supersedes }) => supersedes === decision.id)
  return decision.status === 'superseded' && successor !== undefined
    ? `superseded by ADR-${decisionNumber(successor.number)}`
    : decision.status
}

function confirmationOf(decision: Decision, context: DocumentContext): readonly Block[] {
  const computed = context.analysis.requirements
    .filter(({ requirement }) => (decision.drivers ?? []).includes(requirement))
    .filter(({ verification }) => verification !== 'evidence')
  return [
    ...(decision.confirmation === undefined ? [] : [paragraph(asSentence(decision.confirmation))]),
    ...(computed.length === 0
      ? []
      : [
          paragraph(
            `The design file is checked against ${computed.length === 1 ? 'this driver' : `${computed.length} of these drivers`} whenever it changes; the figures under Consequences are those of ${context.date}.`,
          ),
        ]),
  ]
}

/** What a decision of a status does to the one before it, and what that one says of it. */
const replaces = { older: 'Supersedes ', newer: 'Superseded by ' }
const wayTo: Readonly<Record<Decision['status'], typeof replaces>> = {
  proposed: { older: 'Will supersede ', newer: 'To be superseded by ' },
  rejected: { older: 'Was to supersede ', newer: 'Was to be superseded by ' },
  accepted: replaces,
  deprecated: replaces,
  superseded: replaces,
}

function linkTo(decision: Decision): Inline {
  return recordLink(`ADR-${decisionNumber(decision.number)}, ${decision.name}`, recordFileName(decision))
}

function moreInformation(decision: Decision, context: DocumentContext): readonly Block[] {
  const { design, graph } = context
  const items: Words[] = []
  for (const id of decision.about ?? []) {
    const component = graph.component(id)
    const kind = component === undefined ? '' : `, ${smallTitle(graph.kindOf(component).title)}`
    if (graph.name(id) !== withheldName) items.push(['Concerns ', strong(graph.name(id)), kind])
  }
  const older = (design.decisions ?? []).find(({ id }) => id === decision.supersedes)
  if (older !== undefined) {
    items.push([wayTo[decision.status].older, linkTo(older)])
  }
  const newer = (design.decisions ?? []).find(({ supersedes }) => supersedes === decision.id)
  if (newer !== undefined) {
    items.push([wayTo[newer.status].newer, linkTo(newer)])
  }
  for (const assumption of design.assumptions ?? []) {
    if ((assumption.about ?? []).some((id) => (decision.about ?? []).includes(id))) {
      items.push(`Rests on an assumption (${assumption.status}): ${asSentence(assumption.statement)}`)
    }
  }
  for (const option of decision.options) {
    const scores = Object.entries(option.scores ?? {})
    if (scores.length === 0) continue
    items.push([
      `Scores of ${option.title}: `,
      ...scores.flatMap(([name, value], index) => [
        index === 0 ? '' : ', ',
        `${criterionName(name, context.design)} `,
        ...valueWords(value),
      ]),
    ])
  }
  for (const each of decision.links ?? [])
    items.push([link(each.title, each.url), each.date === undefined ? '' : `, ${each.date}`])
  const note = decision.notes === undefined ? [] : [paragraph(asSentence(decision.notes))]
  const accepted = acceptedIn(context).length === 0 ? [] : [heading(3, 'Accepted'), acceptedNotes(context)]
  return [...note, ...(items.length === 0 ? [] : [list(items)]), ...accepted]
}

/** A score is kept by its requirement's id, or by the words of a criterion that is none. */
function criterionName(key: string, { requirements = [] }: Design): string {
  const requirement = requirements.find(({ id }) => id === key)
  return requirement === undefined ? key : (requirement.name ?? 'a requirement')
}

function footerOf({ design, date, analysis, priceBookDate }: DocumentContext): string {
  return `From the design "${design.name}", ${date}. Figures are estimates with prices of ${priceBookDate ?? analysis.estimate.priceBookDate}${currencyWords(design)}.`
}
