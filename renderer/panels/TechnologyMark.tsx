import { Ban, CircleCheck, CircleHelp, Clock } from 'lucide-react'
import { type Standing, standingOf } from '../../shared/standards/technology-standing.ts'
import { useStandards } from '../store/standards-store.ts'
import { todayIso } from '../store/today.ts'

type Shown = Pick<Standing, 'status' | 'isOver' | 'line'>

const looks = {
  approved: { Icon: CircleCheck, tone: 'pass', word: 'Approved' },
  tolerated: { Icon: Clock, tone: 'atRisk', word: 'Tolerated' },
  over: { Icon: Ban, tone: 'fail', word: 'No longer tolerated' },
  forbidden: { Icon: Ban, tone: 'fail', word: 'Forbidden' },
  unlisted: { Icon: CircleHelp, tone: 'unknown', word: 'Not on the technology list' },
} as const

/** "Tolerated until 2027-01-31. Instead: GPT-5." */
export function standingWords({ status, isOver, line }: Shown): string {
  const { word } = looks[isOver ? 'over' : status]
  const until =
    line?.until === undefined || status !== 'tolerated' ? '' : isOver ? ` since ${line.until}` : ` until ${line.until}`
  const instead = line?.instead === undefined ? '' : ` Instead: ${line.instead}.`
  const reason = line?.reason === undefined ? '' : ` ${line.reason.replace(/\.?$/u, '.')}`
  return `${word}${until}.${instead}${reason}`
}

/** "tolerated": for the line under a name. */
export function standingWord({ status, isOver }: Shown): string {
  return looks[isOver ? 'over' : status].word.toLowerCase()
}

/** What the house says of a technology, as a sign; the words stand beside it, or are read aloud. */
export function StandingMark({ standing }: { readonly standing: Shown }) {
  const look = standing.isOver ? 'over' : standing.status
  const { Icon, tone } = looks[look]
  return (
    <span className={`ui-mark technology-mark ui-tone-${tone}`} data-standing={look} title={standingWords(standing)}>
      <Icon size={13} aria-hidden />
      <span className="visually-hidden">{standingWords(standing)}</span>
    </span>
  )
}

/** What the workspace's list says of a product; undefined where there is no list, or it is silent. */
export function useStanding(product: string | undefined): Standing | undefined {
  const standards = useStandards((each) => each)
  if (product === undefined || standards === undefined) return undefined
  return standingOf(product, standards, todayIso())
}
