import type { Design, Element } from '../../design/design.ts'

/** A place of the design that is empty, and the question whose answer belongs there. */
export interface OpenPlace {
  /** The same place has the same key in every document: "design.client", "gateway.owner". */
  readonly key: string
  /** Under which heading it is asked. */
  readonly topic: 'Cover' | 'Purpose' | 'Owners' | 'Decisions' | 'Accepted risks' | 'Board' | 'Plan'
  readonly question: string
  /** Who would know. */
  readonly who: string
  /** `names`: several, separated by commas; `date`: an ISO date. */
  readonly type: 'line' | 'text' | 'names' | 'date'
  /** From the design inwards; in a list the next step is an element's id. */
  readonly path: readonly string[]
}

type Asked = Pick<OpenPlace, 'topic' | 'question' | 'who' | 'type'>

/** Every place that a person could fill and nobody has. Which of them a document has words for, `needsOf` finds out. */
export function openPlaces(design: Design): readonly OpenPlace[] {
  const places: OpenPlace[] = []
  const ask = (path: readonly string[], asked: Asked): void => {
    if (isEmpty(valueAt(design, path))) places.push({ key: path.join('.'), path, ...asked })
  }
  ask(['client'], { topic: 'Cover', question: 'Which client is it for?', who: 'you', type: 'line' })
  ask(['authors'], { topic: 'Cover', question: 'Who wrote it?', who: 'you', type: 'names' })
  askPurpose(design, ask)
  for (const decision of design.decisions ?? []) {
    const at = ['decisions', decision.id]
    const topic = 'Decisions'
    const about = `“${decision.name}”`
    ask([...at, 'context'], {
      topic,
      question: `${about}: what made it necessary?`,
      who: 'the architect',
      type: 'text',
    })
    if (decision.chosen !== undefined)
      ask([...at, 'because'], { topic, question: `${about}: why this option?`, who: 'the deciders', type: 'text' })
    ask([...at, 'people', 'deciders'], {
      topic,
      question: `${about}: who decides?`,
      who: 'the sponsor',
      type: 'names',
    })
  }
  for (const treatment of design.treatments ?? []) {
    if (treatment.response !== 'accept') continue
    const at = ['treatments', treatment.id]
    const topic = 'Accepted risks'
    const about = `“${shortened(treatment.reason)}”`
    ask([...at, 'approver'], { topic, question: `${about}: who signed it?`, who: 'the risk owner', type: 'line' })
    ask([...at, 'until'], { topic, question: `${about}: until when?`, who: 'the risk owner', type: 'date' })
  }
  for (const baseline of design.baselines ?? []) {
    for (const condition of baseline.conditions ?? []) {
      if (condition.status !== 'open') continue
      const at = ['baselines', baseline.id, 'conditions', condition.id]
      const about = `“${shortened(condition.text)}”`
      ask([...at, 'owner'], { topic: 'Board', question: `${about}: who owns it?`, who: 'the board', type: 'line' })
      ask([...at, 'due'], { topic: 'Board', question: `${about}: by when?`, who: 'the board', type: 'date' })
    }
  }
  for (const item of design.workItems ?? []) {
    const at = ['workItems', item.id]
    ask([...at, 'owner'], { topic: 'Plan', question: `${item.name}: who does it?`, who: 'the team lead', type: 'line' })
    ask([...at, 'due'], { topic: 'Plan', question: `${item.name}: by when?`, who: 'the team lead', type: 'date' })
  }
  askOwners(design, ask)
  return places
}

function askPurpose({ framing }: Design, ask: (path: readonly string[], asked: Asked) => void): void {
  const topic = 'Purpose'
  const who = 'the sponsor'
  ask(['framing', 'problem'], { topic, question: 'Which problem does it solve?', who, type: 'text' })
  ask(['framing', 'users'], { topic, question: 'Whom is it for?', who, type: 'line' })
  ask(['framing', 'decision'], { topic, question: 'Which decision do its answers support?', who, type: 'text' })
  ask(['framing', 'baseline'], { topic, question: 'How is it done today, and how well?', who, type: 'text' })
  for (const { id, name } of framing?.measures ?? [])
    ask(['framing', 'measures', id, 'aim'], { topic, question: `${name}: what is the aim?`, who, type: 'line' })
  for (const { id, name } of framing?.answers ?? []) {
    const at = ['framing', 'answers', id]
    ask([...at, 'wrong'], { topic, question: `${name}: how can it be wrong?`, who: 'the users', type: 'text' })
    ask([...at, 'noticedBy'], { topic, question: `${name}: who notices a wrong one?`, who: 'the users', type: 'line' })
    ask([...at, 'shown'], { topic, question: `${name}: what does the user see then?`, who: 'the users', type: 'text' })
    ask([...at, 'fallback'], { topic, question: `${name}: what is the fallback?`, who: 'the users', type: 'text' })
  }
}

function askOwners(design: Design, ask: (path: readonly string[], asked: Asked) => void): void {
  const owned = (
    list: 'components' | 'assumptions' | 'risks',
    named: readonly (readonly [Element, string])[],
  ): void => {
    for (const [element, name] of named)
      ask([list, element.id, 'owner'], {
        topic: 'Owners',
        question: `Who owns ${name}?`,
        who: 'the delivery lead',
        type: 'line',
      })
  }
  owned(
    'components',
    (design.components ?? []).map((each) => [each, each.name] as const),
  )
  owned(
    'assumptions',
    (design.assumptions ?? []).map((each) => [each, `the assumption “${shortened(each.statement)}”`] as const),
  )
  owned(
    'risks',
    (design.risks ?? []).map((each) => [each, `the risk “${shortened(each.statement)}”`] as const),
  )
}

/** What stands at a path of the design; undefined where nothing does. */
function valueAt(holder: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return holder
  if (Array.isArray(holder)) {
    const found: unknown = holder.find((one: { readonly id?: unknown }) => one.id === step)
    return valueAt(found, rest)
  }
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, step)) return undefined
  return valueAt((holder as Readonly<Record<string, unknown>>)[step], rest)
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  )
}

/** Enough of a sentence to know it by. */
function shortened(words: string): string {
  const letters = Array.from(words.trim())
  return letters.length <= 60 ? letters.join('') : `${letters.slice(0, 57).join('').trim()}...`
}
