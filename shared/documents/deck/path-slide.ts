import type { Id } from '../../design/design.ts'
import { rules } from '../../rules.ts'
import { applyStandards } from '../../standards/apply-standards.ts'
import { nameReference } from '../../threats/frameworks/name-reference.ts'
import type { Finding } from '../../findings/finding.ts'
import { callout, diagram, list, slide, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block, Slide } from '../outline.ts'
import { drawDesign } from '../picture/draw.ts'
import { countOf, listWords, moreIn } from '../text/numbers.ts'
import { asSentence, asTitle, severityBadge, statusBadge } from '../text/sentences.ts'
import { uncapital } from '../text/words.ts'
import { capital } from '../../design/wording.ts'
import { openFindings } from './figures.ts'
import { pictureAround } from './picture-around.ts'
import { halfSlideSpace } from './slide-space.ts'

const mostCardsOnPath = 9

/** The worst open path and what breaks it; the worst finding without a path when no threat has one. */
export function pathSlide(context: DocumentContext): Slide {
  const open = openFindings(context)
  const worst =
    open.find(({ lenses, path }) => lenses.includes('threat') && (path ?? []).length > 1) ??
    open.find(({ lenses }) => lenses.includes('threat')) ??
    open[0]
  if (worst === undefined) return nothingOpenSlide(context)
  return slide(pathTitle(worst), pathBlocks(worst, context), {
    footnote: footnoteOf(worst, context),
    speakerNotes: pathNotes(worst, open.length),
  })
}

function pathNotes({ rating }: Finding, open: number): string {
  const rated =
    rating === undefined
      ? ''
      : ' Likelihood and impact are rated by rule; people who know the system may rate them otherwise, with a reason.'
  const others =
    open < 2 ? '' : ` ${capital(countOf(open - 1, 'other finding is', 'other findings are'))} open beside it.`
  return `Ask who makes the change and by when, or who accepts the risk by name and until which date.${rated}${others}`
}

/** What the silence of the rules rests on. */
function lookedAt({ analysis, design, graph, standards }: DocumentContext): readonly Words[] {
  const { rules: looking } = applyStandards(rules, standards)
  const met = analysis.requirements.filter(({ verdict }) => verdict === 'pass').length
  const guards = graph.components.filter(({ id }) => graph.has(id, 'gates')).map(({ name }) => name)
  return [
    [
      strong('Looked at: '),
      `${countOf(looking.length, 'rule')} read ${countOf((design.components ?? []).length, 'component')} and ${countOf((design.flows ?? []).length, 'arrow')}.`,
    ],
    [strong('Requirements: '), `${met} of ${countOf(analysis.requirements.length, 'requirement')} met as drawn.`],
    ...(guards.length === 0 ? [] : [[strong('Checked on the way: '), `${listWords(guards, 5)}.`]]),
  ]
}

const mostSettled = 7
/** Fewer settled findings are no table. */
const fewestRows = 3

/** Where nothing is open: what was found and how it was settled. */
function nothingOpenSlide(context: DocumentContext): Slide {
  const { analysis, design } = context
  const settled = analysis.findings.filter(({ status }) => status !== 'open')
  const title = `No rule found an open problem in ${countOf((design.components ?? []).length, 'component')}${analysis.questions.length === 0 ? '' : '; open questions can still change that'}`
  const footnote = 'The rules read the drawing only: what is not drawn is not covered.'
  const speakerNotes =
    'Silence of the rules is no proof: name what they cannot see, such as how people work with it and what is not drawn.'
  if (settled.length < fewestRows)
    return slide(title, [list([...lookedAt(context), ...settled.map(settledPoint)])], { footnote, speakerNotes })
  const more = settled.length - mostSettled
  return slide(
    title,
    [
      table(
        [{ title: 'Found, and settled', width: 4 }, { title: 'Severity' }, { title: 'How', width: 1.2 }],
        settled
          .slice(0, mostSettled)
          .map((finding): readonly Words[] => [
            finding.title,
            [severityBadge(finding.severity)],
            [statusBadge(finding.status)],
          ]),
        more > 0 ? moreIn(more, 'the threat model') : 'What the rules found and people or controls settled',
      ),
    ],
    { footnote, speakerNotes },
  )
}

/** "Found, and settled: A model writes the query (low, mitigated)." */
function settledPoint({ title, severity, status }: Finding): Words {
  return [
    strong('Found, and settled: '),
    `${asTitle(title)} (`,
    severityBadge(severity),
    ', ',
    statusBadge(status),
    ').',
  ]
}

function pathTitle(worst: Finding): string {
  if (!worst.lenses.includes('threat')) {
    // A check's title names the rule; what it found here says more.
    const found = worst.problem.length <= 125 ? worst.problem : worst.title
    return `No threat is open; the worst finding: ${uncapital(asTitle(found))}`
  }
  const what = (worst.path ?? []).length > 1 ? 'worst path' : 'worst threat'
  const title = `The ${what}: ${uncapital(asTitle(worst.title))}`
  const whole = worst.remedy === undefined ? title : `${title}; ${breaks(worst)}`
  return whole.length <= 150 ? whole : title
}

function breaks({ remedy }: Finding): string {
  if (remedy === undefined) return ''
  return `"${remedy.title}" ${remedy.strength === 'deterministic' ? 'breaks it' : 'makes it less likely'}`
}

function pathBlocks(worst: Finding, context: DocumentContext): readonly Block[] {
  const isThreat = worst.lenses.includes('threat')
  const points: Words[] = [
    [strong(isThreat ? 'What can happen: ' : 'What is wrong: '), asSentence(worst.problem)],
    [strong('Why it matters: '), asSentence(worst.why)],
  ]
  if (worst.rating !== undefined) {
    const { likelihood, impact } = worst.rating
    points.push([
      strong('Rating: '),
      `${worst.severity}; likelihood ${likelihood} × impact ${impact} = ${likelihood * impact} of 25.`,
    ])
  }
  // A control that only lowers the odds breaks nothing.
  const breaksIt = (worst.path ?? []).length > 1 && worst.remedy?.strength === 'deterministic'
  const fix = callout('pass', breaksIt ? 'What breaks it' : 'What helps', asSentence(worst.fix))
  const picture = pathPicture(worst, context)
  return picture === undefined ? [list(points), fix] : [picture, list(points), fix]
}

function pathPicture(worst: Finding, { graph }: DocumentContext): Block | undefined {
  const path = worst.path ?? []
  const components: Id[] = [...new Set(path.filter((id) => graph.component(id) !== undefined))]
  if (components.length < 2) return surroundings(worst, graph)
  // A very long path shows its ends: that is where it starts and what it reaches.
  const along = components.length <= mostCardsOnPath ? components : [...components.slice(0, 4), ...components.slice(-4)]
  // A leg that lies beside the path, such as the private data, is part of what is wrong.
  const beside = (worst.legs ?? []).flatMap(({ elements }) =>
    elements.some((id) => along.includes(id))
      ? []
      : elements.filter((id) => graph.component(id) !== undefined).slice(0, 1),
  )
  const shown = [...along, ...beside]
  const picture = drawDesign(graph, {
    only: shown,
    layout: 'fresh',
    fit: halfSlideSpace,
    labels: 'none',
    highlight: {
      path,
      ...(worst.legs === undefined ? {} : { legs: worst.legs }),
      ...(worst.remedy === undefined ? {} : { remedy: worst.remedy }),
    },
  })
  const left = components.length - along.length
  return diagram(
    picture,
    `The path in red${worst.remedy === undefined ? '' : ', the proposed control dashed in green'}.${left > 0 ? ` ${countOf(left, 'step')} in the middle not shown.` : ''}`,
  )
}

/** Where there is no path: what the finding is about, between those that it talks to. */
function surroundings({ elements }: Finding, graph: DocumentContext['graph']): Block | undefined {
  return pictureAround(elements, graph, 'In red what this is about, with what it talks to.', true)
}

function footnoteOf({ rule, references }: Finding, { catalogues }: DocumentContext): string {
  const cited = references.slice(0, 3).map((each) => nameReference(each, catalogues).entry)
  return `Rule ${rule}${cited.length === 0 ? '' : `; ${cited.join('; ')}`}. Computed from the drawing; what is not drawn is not covered.`
}
