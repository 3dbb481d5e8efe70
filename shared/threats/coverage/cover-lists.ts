import type { Id } from '../../design/design.ts'
import type { Reference } from '../../findings/finding.ts'
import type { Rule } from '../../findings/rule.ts'
import { type Catalogues, isSame, otherEditionsOf } from '../frameworks/catalogues.ts'
import type { PinnedId } from '../frameworks/framework.ts'
import { pinReference } from '../frameworks/name-reference.ts'
import {
  type CellReason,
  cellStates,
  countCells,
  type CoverageCount,
  type EntryCoverage,
  type ListCoverage,
} from './coverage.ts'

/** What a rule says of each element that it looked at. */
export type SaidByRule = readonly (readonly [Id, CellReason])[]

/**
 * Every edition of every list of threats, the newest first, entry by entry: which rules look for it, and the worst that they say of
 * any element. A rule that refers to an entry in one edition looks for it in the others too, along the renumberings. An
 * entry for which no rule in force looks was not considered.
 *
 * @param saidBy what a rule says of the elements that it looked at
 */
export function coverLists(
  rules: readonly Rule[],
  saidBy: (rule: Rule) => SaidByRule,
  catalogues: Catalogues,
): readonly ListCoverage[] {
  const lookers = listLookers(rules, catalogues)
  return catalogues.frameworks
    .filter(({ isThreatList }) => isThreatList === true)
    .flatMap(({ id: framework, title, editions }) =>
      newestFirst(editions).map(([edition, titles]) => ({
        framework,
        edition,
        title: `${title}, ${edition}`,
        entries: Object.entries(titles).map(([id, words]) =>
          coverEntry(id, words, lookers({ framework, edition, id }), saidBy),
        ),
      })),
    )
}

/**
 * How many entries of a list were decided, of those that apply: an entry for which rules look, and find nothing drawn that
 * it is about, does not apply.
 */
export function countEntries({ entries }: ListCoverage): CoverageCount {
  return countCells(entries.filter(({ state, places }) => state !== 'notApplicable' || places > 0))
}

function newestFirst<Titles>(editions: Readonly<Record<string, Titles>>): readonly [string, Titles][] {
  return Object.entries(editions).toSorted(([a], [b]) => (a < b ? 1 : -1))
}

function coverEntry(
  id: string,
  title: string,
  looking: readonly Rule[],
  saidBy: (rule: Rule) => SaidByRule,
): EntryCoverage {
  const said = looking.flatMap(saidBy)
  const reasons = once(said.map(([, reason]) => reason).filter(({ says }) => says !== 'notApplicable'))
  const places = new Set(said.map(([on]) => on)).size
  const state = reasons[0]?.says ?? (looking.length === 0 ? 'notConsidered' : 'notApplicable')
  return { id, title, state, rules: looking.map((rule) => rule.id), places, reasons }
}

function listLookers(rules: readonly Rule[], catalogues: Catalogues): (entry: PinnedId) => readonly Rule[] {
  const referred = rules.map((rule) => ({ rule, pinned: allEditionsOf(rule.references, catalogues) }))
  return (entry) => referred.filter(({ pinned }) => pinned.some((each) => isSame(each, entry))).map(({ rule }) => rule)
}

function allEditionsOf(references: readonly Reference[], catalogues: Catalogues): readonly PinnedId[] {
  return references.flatMap((reference) => {
    const pinned = pinReference(reference, catalogues)
    return [pinned, ...otherEditionsOf(catalogues, pinned)]
  })
}

/** Each finding and each question once, worst first. */
function once(reasons: readonly CellReason[]): readonly CellReason[] {
  const byWhat = new Map(reasons.map((reason) => [reason.finding ?? reason.question ?? reason.rule, reason]))
  return [...byWhat.values()].toSorted(
    (a, b) => cellStates.indexOf(a.says) - cellStates.indexOf(b.says) || (a.rule < b.rule ? -1 : 1),
  )
}
