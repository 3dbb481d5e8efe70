import { mostCardsInShort } from '../picture/in-short.ts'
import { mostOfShortFact } from '../writers/page-breaks.ts'

/** How much of what grows with a design is said: points of its list, and letters of words that people wrote. */
export interface Measure {
  readonly outcome: number
  readonly risks: number
  readonly advice: number
  readonly decisions: number
  readonly dates: number
  readonly questions: number
  /** Of the name of a decision, and of what is due at a date: short ones stand two in a row. */
  readonly name: number
  readonly due: number
  /** Whether dates stand below each other, or one after the other in a paragraph. */
  readonly dateRows: boolean
  /** Whether the options of a decision are named. */
  readonly options: boolean
  /** Of the picture, at most; none: no picture. */
  readonly cards: number
  /** Whether it is said which assumed numbers the figures rest on. */
  readonly rests: boolean
}

const ample: Measure = {
  outcome: 900,
  risks: 3,
  advice: 400,
  decisions: 4,
  dates: 6,
  questions: 3,
  name: 200,
  due: 200,
  dateRows: true,
  options: true,
  cards: mostCardsInShort,
  rests: true,
}
/** What gives way, one after the other, until all of it stands on one page; then the picture goes, and all anew. */
const givesWay: readonly Partial<Measure>[] = [
  {},
  { questions: 2 },
  { questions: 0 },
  { advice: 160 },
  { name: 80, due: 80 },
  { due: mostOfShortFact },
  // Fewer would be drawn larger again.
  { cards: 5 },
  { dateRows: false },
  { outcome: 500, advice: 110 },
  { rests: false },
  { outcome: 300 },
  { dates: 4 },
  { dates: 3, options: false },
  { decisions: 3 },
  { decisions: 2 },
  { dates: 2, advice: 70 },
  { risks: 2 },
]
/** Without a picture there is more to take. */
const withoutPicture: readonly Partial<Measure>[] = [
  ...givesWay.map((less) => ({ ...less, cards: 0 })),
  { outcome: 160 },
  { risks: 1, name: 50 },
]
/** From the fullest to the scantest. */
export const measures: readonly Measure[] = [givesWay, withoutPicture].flatMap((steps) =>
  steps.map((_, index) => steps.slice(0, index + 1).reduce<Measure>((all, less) => ({ ...all, ...less }), ample)),
)

export const scantest = measures.at(-1) ?? ample

/** What comes back first where there is room after all: taking one thing away may have made more than was lacking. */
const comesBack = [
  'risks',
  'decisions',
  'dates',
  'options',
  'advice',
  'due',
  'name',
  'cards',
  'outcome',
  'dateRows',
  'rests',
  'questions',
] as const

/** The same measure with as much of what gave way as there is room for. */
export function withMore(measure: Measure, isRoomFor: (measure: Measure) => boolean): Measure {
  let fullest = measure
  for (const part of comesBack) {
    const more = [ample, ...givesWay].flatMap((step) => (step[part] === undefined ? [] : [{ [part]: step[part] }]))
    const fitting = more
      .map((each): Measure => ({ ...fullest, ...each }))
      .find((each) => each[part] === fullest[part] || isRoomFor(each))
    fullest = fitting ?? fullest
  }
  return fullest
}
