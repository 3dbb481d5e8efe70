import type { Decision, DecisionOption, Design, Id, Settings, Value } from '../../../shared/design/design.ts'
import { addElement, changeElement, freshId, todayIso, withField } from '../edits.ts'
import { proposeAdopted, proposeDecision } from '../../../shared/decisions/propose.ts'
import { proposeSuccessor, setStatus } from '../../../shared/decisions/status.ts'
import type { SuggestedDecision } from '../../../shared/decisions/suggest.ts'
import type { Outcome } from '../../../shared/options/outcome.ts'
import { designStore, editDesign, editDocument, viewStore } from '../stores.ts'

export const statusWords: Record<Decision['status'], string> = {
  proposed: 'Proposed',
  accepted: 'Accepted',
  rejected: 'Rejected',
  deprecated: 'Deprecated',
  superseded: 'Superseded',
}

/** Writes down a new decision, and shows it with its title ready to be written over. */
export function startDecision(): void {
  const { document } = designStore.getState()
  const id = freshId(document, 'adr')
  if (!editDocument('New decision', (design) => addElement(design, 'decisions', proposed(design, id)))) return
  showDecision(id)
  viewStore.getState().set({ wantedField: { on: id, field: 'name' } })
}

/** Writes down that an option has become the base, over what was the base before, and asks why. */
export function recordAdoption(name: string, before: Id): void {
  const { document } = designStore.getState()
  const id = freshId(document, 'adr')
  const made = editDocument('Record the decision', (design) => {
    const newId = (stem: string): Id => freshId(design, stem)
    return addElement(design, 'decisions', proposeAdopted(design, id, { newId, today: todayIso(), name, before }))
  })
  if (!made) return
  showDecision(id)
  askWhy(id)
}

/** Opens a decision in its panel. */
export function showDecision(id: Id): void {
  const { select, showPanel } = viewStore.getState()
  select([id])
  showPanel('decisions')
}

function proposed(design: Design, id: Id, about?: readonly Id[]): Decision {
  const newId = (stem: string): Id => freshId(design, stem)
  return proposeDecision(design, id, { newId, today: todayIso(), ...(about === undefined ? {} : { about }) })
}

export function editDecision(id: Id, label: string, change: (decision: Decision) => Decision): void {
  editDesign(label, (design) => changeElement(design, 'decisions', id, change))
}

export function changeOption(decision: Decision, id: Id, change: (option: DecisionOption) => DecisionOption): Decision {
  return { ...decision, options: decision.options.map((option) => (option.id === id ? change(option) : option)) }
}

/** Lines of a text area as list items: one point a line, empty lines left out. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s*/, '').trim())
    .filter((line) => line !== '')
}

/** How much a criterion counts; 1 is what it counts anyway, but one in words alone is known by its weight. */
export function setWeight(id: Id, criterion: string, weight: number | undefined): void {
  editDecision(id, 'Change a weight', (decision) =>
    withField(decision, 'weights', withEntry(decision.weights, criterion, weight)),
  )
}

/** What people judge of one option by one criterion. */
export function setScore(id: Id, option: Id, criterion: string, score: Value | undefined): void {
  editDecision(id, 'Change a score', (decision) =>
    changeOption(decision, option, (one) => withField(one, 'scores', withEntry(one.scores, criterion, score))),
  )
}

function withEntry(settings: Settings = {}, name: string, value: Value | undefined): Settings | undefined {
  const { [name]: _before, ...rest } = settings
  const next = value === undefined ? rest : { ...rest, [name]: value }
  return Object.keys(next).length === 0 ? undefined : next
}

/** Moves a decision on; accepting it records what the engines say of the chosen option. */
export function changeStatus(id: Id, status: Decision['status'], outcome: Outcome | undefined): void {
  const label = `${statusWords[status]}: change the status`
  editDocument(label, (design) => setStatus(design, id, status, { today: todayIso(), outcome }))
}

/** Puts the cursor where the reason stands. */
export function askWhy(id: Id): void {
  viewStore.getState().set({ wantedField: { on: id, field: 'because' } })
}

/** A new decision about the same, which supersedes this one when it is accepted; shows it. */
export function succeed(decision: Decision): void {
  const before = new Set(designStore.getState().document.decisions?.map(({ id }) => id))
  const made = editDocument(`Supersede ADR-${decision.number}`, (design) =>
    proposeSuccessor(design, decision.id, (stem) => freshId(design, stem), todayIso()),
  )
  const successor = designStore.getState().document.decisions?.find(({ id }) => !before.has(id))
  if (made && successor !== undefined) viewStore.getState().select([successor.id])
}

/** Writes a suggested decision down, with what it is about and what drives it; answers its id. */
export function takeSuggestion({ title, why, about, drivers }: SuggestedDecision): Id | undefined {
  const { document } = designStore.getState()
  const id = freshId(document, 'adr')
  const made = editDocument('New decision', (design) =>
    addElement(design, 'decisions', { ...proposed(design, id, about), name: title, context: why, about, drivers }),
  )
  return made ? id : undefined
}
