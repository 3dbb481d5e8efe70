import type { CaptureType } from './edit/capture.ts'
import type { Design, Id, Said } from './design.ts'

/** One line that somebody said, as it stands in the design today. */
export interface SaidLine extends Said {
  readonly id: Id
  readonly type: CaptureType
  readonly text: string
  readonly about: readonly Id[]
  /** What has become of it, where that is more than "said": accepted, confirmed, answered, who would know. */
  readonly standing?: string
}

/**
 * What has been written down on a day, by type in the order of a page of minutes. A decision has a date of its own; it was
 * said in a room when somebody is named who said it.
 */
export function linesSaid(design: Design): readonly SaidLine[] {
  const { decisions = [], assumptions = [], questions = [], risks = [], parked = [] } = design
  return [
    ...decisions
      .filter(wasSaid)
      .map((one) => line('decision', one, `ADR-${one.number}: ${one.name}`, one.about, decisionStanding(one.status))),
    ...assumptions.map((one) =>
      line('assumption', one, one.statement, one.about, one.status === 'open' ? knower(one.owner) : one.status),
    ),
    ...questions.map((one) =>
      line('question', one, one.text, one.about === undefined ? [] : [one.about.on], one.answer ?? knower(one.ask)),
    ),
    ...risks.map((one) => line('risk', one, one.statement, one.about)),
    ...parked.map((one) => line('parked', one, one.text, one.about)),
  ].filter(({ date }) => date !== undefined)
}

function line(
  type: CaptureType,
  { id, by, date }: Said & { readonly id: Id },
  text: string,
  about: readonly Id[] = [],
  standing?: string,
): SaidLine {
  return {
    id,
    type,
    text,
    about,
    ...(by === undefined ? {} : { by }),
    ...(date === undefined ? {} : { date }),
    ...(standing === undefined ? {} : { standing }),
  }
}

function decisionStanding(status: string): string | undefined {
  return status === 'proposed' ? undefined : status
}

function knower(who: string | undefined): string | undefined {
  return who === undefined ? undefined : `${who} would know`
}

function wasSaid({ by }: Said): boolean {
  return by !== undefined
}
