import type { AnswerKind, Design, Framing, Id, Measure } from '../design.ts'

/** The parts of the sheet that are one text each. */
export type FramingText = 'problem' | 'users' | 'decision' | 'baseline'

/** Writes one text of the framing sheet; an empty one is taken away, and a sheet that says nothing goes with it. */
export function setFramingText(design: Design, field: FramingText, text: string): Design {
  return withFraming(design, { [field]: text.trim() === '' ? undefined : text.trim() })
}

/** What the design is not meant to do, one sentence each; empty lines are left out. */
export function setNonGoals(design: Design, nonGoals: readonly string[]): Design {
  const stated = nonGoals.map((each) => each.trim()).filter((each) => each !== '')
  return withFraming(design, { nonGoals: stated.length === 0 ? undefined : stated })
}

/** One more measure of success at the end of the list. The id must be new (see `newId`). */
export function addMeasure(design: Design, measure: Measure): Design {
  return withFraming(design, { measures: [...(design.framing?.measures ?? []), measure] })
}

/** A measure changed; undefined leaves it out. The requirement that holds it stays where it is. */
export function changeMeasure(design: Design, id: Id, change: (measure: Measure) => Measure | undefined): Design {
  const measures = changeEntry(design.framing?.measures, id, change)
  return measures === design.framing?.measures ? design : withFraming(design, { measures: filled(measures) })
}

/** One more kind of answer at the end of the list. The id must be new (see `newId`). */
export function addAnswerKind(design: Design, answer: AnswerKind): Design {
  return withFraming(design, { answers: [...(design.framing?.answers ?? []), answer] })
}

/** A kind of answer changed; undefined leaves it out. */
export function changeAnswerKind(
  design: Design,
  id: Id,
  change: (answer: AnswerKind) => AnswerKind | undefined,
): Design {
  const answers = changeEntry(design.framing?.answers, id, change)
  return answers === design.framing?.answers ? design : withFraming(design, { answers: filled(answers) })
}

/** The sheet keeps what it says when a requirement or an action that it names goes; only the name of that goes. */
export function forgetInFraming(design: Design, gone: ReadonlySet<Id>): Design {
  const { measures, answers } = design.framing ?? {}
  const heldBefore = measures?.some(({ requirement }) => requirement !== undefined && gone.has(requirement)) === true
  const answeredBefore = answers?.some(({ action }) => action !== undefined && gone.has(action)) === true
  if (!heldBefore && !answeredBefore) return design
  return withFraming(design, {
    measures: measures?.map((measure) => {
      const { requirement, ...rest } = measure
      return requirement !== undefined && gone.has(requirement) ? rest : measure
    }),
    answers: answers?.map((answer) => {
      const { action, ...rest } = answer
      return action !== undefined && gone.has(action) ? rest : answer
    }),
  })
}

type FramingChange = { readonly [Field in keyof Framing]: Framing[Field] | undefined }

function withFraming(design: Design, change: FramingChange): Design {
  const merged = Object.entries({ ...design.framing, ...change }).filter(([, value]) => value !== undefined)
  const { framing: _before, ...rest } = design
  return merged.length === 0 ? rest : { ...rest, framing: Object.fromEntries(merged) as Framing }
}

function changeEntry<Entry extends { readonly id: Id }>(
  entries: readonly Entry[] | undefined,
  id: Id,
  change: (entry: Entry) => Entry | undefined,
): readonly Entry[] | undefined {
  const next = entries?.flatMap((entry) => (entry.id === id ? (change(entry) ?? []) : entry))
  const isSame = next?.length === entries?.length && next?.every((entry, index) => entry === entries?.[index])
  return isSame === true ? entries : next
}

function filled<Entry>(entries: readonly Entry[] | undefined): readonly Entry[] | undefined {
  return entries?.length === 0 ? undefined : entries
}
