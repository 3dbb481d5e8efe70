import { type CoverageCell, type Design, type Id, importedBy, type Risk } from '../../../shared/design/design.ts'
import { composeThreat, type GrammarPart, grammarParts } from '../../../shared/threats/manual/compose-threat.ts'
import { addElement, changeElement, freshId, removeElements } from '../edits.ts'
import { saidNow } from '../inspector/said-by.ts'

/** A threat as a person writes it down: every part is a text, empty where nothing is said. */
export interface ManualDraft {
  readonly grammar: Readonly<Record<GrammarPart, string>>
  readonly about: readonly Id[]
  readonly rating: { readonly likelihood: number; readonly impact: number } | undefined
  readonly cell: CoverageCell | undefined
}

const noParts: ManualDraft['grammar'] = { source: '', prerequisite: '', action: '', impact: '', goal: '', asset: '' }

/** What the two methods harm, as far as the letter says it. */
const goalOf: Readonly<Record<string, string>> = {
  'stride T': 'integrity',
  'stride I': 'confidentiality',
  'stride D': 'availability',
  'stride R': 'accountability',
  'linddun L': 'privacy',
  'linddun I': 'privacy',
  'linddun D': 'privacy',
  'linddun Dd': 'privacy',
}

/** A new threat: of a cell with what the cell says, else of what is selected on the canvas. */
export function newManualDraft(design: Design, cell: CoverageCell | undefined, selection: readonly Id[]): ManualDraft {
  const drawn = new Set(
    [...(design.components ?? []), ...(design.flows ?? []), ...(design.boundaries ?? [])].map(({ id }) => id),
  )
  const about = cell === undefined ? selection.filter((id) => drawn.has(id)) : [cell.on]
  const goal = cell === undefined ? '' : (goalOf[`${cell.method} ${cell.letter}`] ?? '')
  return { grammar: { ...noParts, goal }, about, rating: undefined, cell }
}

export function manualDraftOf({ grammar = {}, statement, about = [], likelihood, impact, cell }: Risk): ManualDraft {
  const parts = Object.fromEntries(grammarParts.map((part) => [part, grammar[part] ?? ''])) as ManualDraft['grammar']
  // A risk that was written as one sentence becomes the action of the grammar.
  const isPlain = grammarParts.every((part) => parts[part] === '')
  return {
    grammar: isPlain ? { ...parts, action: statement } : parts,
    about,
    rating: likelihood === undefined || impact === undefined ? undefined : { likelihood, impact },
    cell,
  }
}

/** The record of a threat; what no form asks for stays as it was. */
export function riskFrom(id: Id, { grammar, about, rating, cell }: ManualDraft, before: Risk | undefined): Risk {
  const parts = Object.fromEntries(
    grammarParts.flatMap((part) => (grammar[part].trim() === '' ? [] : [[part, grammar[part].trim()]])),
  )
  const {
    likelihood: _likelihood,
    impact: _impact,
    about: _about,
    grammar: _grammar,
    ...kept
  } = before ?? { id, statement: '' }
  const risk: Risk = {
    ...kept,
    grammar: parts,
    ...(about.length === 0 ? {} : { about }),
    ...rating,
    ...(cell === undefined ? {} : { cell }),
  }
  return { ...risk, statement: composeThreat(risk).sentence }
}

/** The design with the threat written down, or written anew. */
export function withManualThreat(design: Design, draft: ManualDraft, before: Risk | undefined): Design {
  if (before !== undefined)
    return changeElement(design, 'risks', before.id, (risk) => {
      const written = riskFrom(risk.id, draft, risk)
      return risk.by === importedBy ? saidByMe(written) : written
    })
  return addElement(design, 'risks', saidByMe(riskFrom(freshId(design, 'threat'), draft, undefined)))
}

/** Whoever writes a threat, or writes one anew that a file brought, says it from then on. */
function saidByMe({ by: _before, ...risk }: Risk): Risk {
  const { by, on: date } = saidNow()
  return { ...risk, ...(by === '' ? {} : { by }), date }
}

/** The design without the threat, and without what was decided about it alone. */
export function withoutManualThreat(design: Design, risk: Id): Design {
  const decisions = (design.treatments ?? []).filter(({ on }) => on.length === 1 && on[0] === risk).map(({ id }) => id)
  return removeElements(design, [risk, ...decisions])
}
