import { verdictTitles } from '../../baselines/board.ts'
import { capital } from '../../design/wording.ts'
import { shownCurrency } from '../../kinds/figures/money-format.ts'
import type { Id, Requirement } from '../../design/design.ts'
import { figuresOf, type Figure } from '../../options/figures.ts'
import { slide, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { askSlide } from '../deck/ask-slide.ts'
import { answerTime, comesAtOnce, decisionsToTake, estimateNote, monthlyCost, openFindings } from '../deck/figures.ts'
import { defineDocument } from '../document.ts'
import type { DocumentContext } from '../document.ts'
import type { Slide } from '../outline.ts'
import { slugOf } from '../text/file-name.ts'
import { countOf, widen } from '../text/numbers.ts'
import { troubleWords } from '../text/requirement-standing.ts'
import { limitWords, verdictBadge } from '../text/sentences.ts'
import { canBeWeighed } from '../trade-off/memo.ts'
import { conditionBlocks, deviationBlocks, findingBlocks, openDecisionBlocks } from './board-blocks.ts'
import { boardOpening, conditionTitle, deviationTitle, sinceTitle } from './opening.ts'
import { bandText, lastBaseline, sinceBaseline, sinceTable } from './since-baseline.ts'

/** In the order of the meeting. With the slide of what was accepted by name, which every deck has, at most eight. */
const parts: readonly { readonly about: string; readonly write: (context: DocumentContext) => Slide | undefined }[] = [
  { about: 'the ask', write: askSlide },
  { about: 'decisions', write: decisionSlide },
  { about: 'changes since a baseline', write: sinceSlide },
  { about: 'deviations from house standards', write: deviationSlide },
  { about: 'conditions', write: conditionSlide },
  { about: 'the numbers', write: numberSlide },
  { about: 'findings', write: findingSlide },
]

/** The review-board pack as the board sees it on the wall: a conclusion on each slide, the rest stands in the pack. */
export const reviewSlides = defineDocument({
  id: 'review-slides',
  title: 'Review-board slides',
  reader: 'board',
  summary: 'The decision asked, what changed since the baseline, deviations, open conditions and the numbers.',
  formats: ['pptx', 'html'],
  fileName: ({ design }) => `${slugOf(design.name)}-review-slides`,
  build: (context) => {
    const written = parts.map(({ about, write }) => ({ about, slide: write(context) }))
    return {
      id: 'review-slides',
      ...boardOpening(context),
      blocks: written.flatMap(({ about, slide: made }) => (made === undefined ? [] : [{ id: slugOf(about), ...made }])),
      dropped: written.filter(({ slide: made }) => made === undefined).map(({ about }) => about),
    }
  },
})

function decisionSlide(context: DocumentContext): Slide | undefined {
  const open = decisionsToTake(context.design)
  if (open.length === 0) return undefined
  const weighed = open.filter((decision) => canBeWeighed(context, decision)).length
  const how =
    weighed === open.length
      ? `${weighed === 1 ? 'its matrix is' : 'their matrices are'} filled`
      : `${weighed === 0 ? 'none' : weighed} of them can be weighed`
  const title = `${capital(countOf(open.length, 'decision is', 'decisions are'))} asked of the board; ${how}`
  return slide(title, openDecisionBlocks(context), {
    footnote: 'The memo of each decision says where its scores come from.',
    speakerNotes:
      'Take the decisions one by one, and ask for a yes, a no or what is missing. A decision that cannot be weighed yet needs an option that is drawn or a score with its source.',
  })
}

function sinceSlide(context: DocumentContext): Slide | undefined {
  const baseline = lastBaseline(context)
  if (baseline === undefined) return undefined
  const { verdict, board, decidedOn, date, priceBook } = baseline
  const said = [
    verdict === undefined ? 'no verdict was recorded' : verdictTitles[verdict].toLowerCase(),
    ...(board === undefined ? [] : [`by ${board}`]),
    ...(decidedOn === undefined ? [] : [`on ${decidedOn}`]),
  ].join(' ')
  const frozen = date === undefined ? '' : ` frozen on ${date},`
  const book = priceBook === undefined ? '' : ` Prices then: ${priceBook}.`
  return slide(sinceTitle(context, baseline), [sinceTable(context, sinceBaseline(context, baseline))], {
    footnote: `${baseline.name}:${frozen} ${said}.${book}`,
    speakerNotes:
      'What has left the band of what was known then comes first. What moved within its band is no change that a board has to judge.',
  })
}

function deviationSlide(context: DocumentContext): Slide | undefined {
  const title = deviationTitle(context)
  return title === undefined
    ? undefined
    : slide(title, deviationBlocks(context), {
        speakerNotes:
          'Each deviation needs a yes from who may allow it, with a date on which it is looked at again, or the change that removes it.',
      })
}

function conditionSlide(context: DocumentContext): Slide | undefined {
  const title = conditionTitle(context)
  return title === undefined
    ? undefined
    : slide(title, conditionBlocks(context), {
        speakerNotes:
          'Ask the owner of each condition for the evidence that it is met; where there is none, ask for a new date. The board alone can drop a condition.',
      })
}

/** The headline numbers with what is not known of them, and how the requirements stand. */
function numberSlide(context: DocumentContext): Slide | undefined {
  const { analysis, design, graph } = context
  const { estimate, requirements } = analysis
  if (!estimate.meaningful) return undefined
  // What costs nothing is no number for a board.
  const time = answerTime(context)
  const atOnce = time !== undefined && comesAtOnce(time)
  const known = figuresOf(analysis).filter(
    ({ id, band, unit }) =>
      unit !== 'count' && band !== undefined && band.high > 0 && !(atOnce && id === 'latency.firstP95Ms'),
  )
  const judged =
    requirements.length === 0
      ? 'no requirement is stated'
      : `of ${countOf(requirements.length, 'requirement')} ${troubleWords(requirements)}`
  const rows = known.map((figure) => ({ figure, asked: requirementOn(figure, context) }))
  const shown = new Set(rows.map(({ asked }) => asked?.id))
  const inTrouble = ['fail', 'atRisk'] as const
  const others = inTrouble
    .flatMap((wanted) => requirements.filter(({ verdict }) => verdict === wanted))
    .filter(({ requirement }) => !shown.has(requirement))
  return slide(
    `Running it costs ${monthlyCost(estimate, shownCurrency(design))} a month, and ${judged}`,
    [
      table(
        [
          { title: 'Number', width: 2.6 },
          { title: 'Estimate, and what is not known of it', width: 4 },
          { title: 'Target', width: 2.2 },
          { title: 'As drawn', width: 1.2 },
        ],
        [
          ...others.map(({ requirement, arithmetic }): readonly Words[] => [
            [strong(graph.name(requirement))],
            widen(arithmetic.split(';')[0] ?? ''),
            ...judgedCells(requirement, context),
          ]),
          ...rows.map(({ figure, asked }): readonly Words[] => [
            [strong(figure.per === undefined ? figure.label : `${figure.label} a month`)],
            bandText(figure, design) ?? '–',
            ...judgedCells(asked?.id, context),
          ]),
        ],
      ),
    ],
    {
      footnote: estimateNote(context),
      speakerNotes:
        'Each number stands with what is not known of it in brackets: in eight of ten cases the true one lies between. A number without a target has not been asked for by anybody.',
    },
  )
}

/** What a requirement has to ask for, so that it is about a figure. */
const metricOf: Readonly<Record<string, string>> = {
  'cost.perMonthUsd': 'cost.month',
  'cost.technologyPerMonthUsd': 'cost.technology',
  'cost.peoplePerMonthUsd': 'cost.people',
  'cost.perThousandRequestsUsd': 'cost.per1k',
  'latency.firstP95Ms': 'latency.first',
  'latency.fullP95Ms': 'latency.full',
  'availability.share': 'availability',
}

/** The requirement that a figure is held against: of the action that figures speak of, and of the same percentile. */
function requirementOn({ id }: Figure, { design, analysis }: DocumentContext): Requirement | undefined {
  const { mainAction } = analysis.estimate
  return design.requirements?.find(
    ({ metric, on, aggregate = 'p95' }) =>
      metric === metricOf[id] &&
      (on === undefined || (mainAction !== undefined && on.includes(mainAction))) &&
      (aggregate === 'p95' || !id.startsWith('latency.')),
  )
}

function judgedCells(id: Id | undefined, { design, analysis }: DocumentContext): readonly Words[] {
  const requirement = design.requirements?.find((each) => each.id === id)
  const result = analysis.requirements.find((each) => each.requirement === id)
  if (requirement === undefined) return ['–', '–']
  return [limitWords(requirement, shownCurrency(design)), result === undefined ? '–' : [verdictBadge(result.verdict)]]
}

/** Findings that are read on a wall: more would be set small. */
const mostOnSlide = 5

function findingSlide(context: DocumentContext): Slide | undefined {
  const open = openFindings(context)
  const [worst] = open
  if (worst === undefined) return undefined
  const title = `${capital(countOf(open.length, 'finding is', 'findings are'))} open, and the worst is ${worst.severity}: ${worst.title}`
  return slide(title, findingBlocks(context, mostOnSlide), {
    speakerNotes:
      'A board that approves bears what is open here. The worst comes first; what helps is the change that the rule asks for, and who accepts a finding instead signs for it with a date.',
  })
}
