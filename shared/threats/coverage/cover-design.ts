import { type Id, manualThreatRule } from '../../design/design.ts'
import { groupBy } from '../../design/group-by.ts'
import type { Finding, QuestionGroup } from '../../findings/finding.ts'
import type { Rule, RuleContext } from '../../findings/rule.ts'
import type { Graph } from '../../graph/graph.ts'
import {
  type Cell,
  type CellReason,
  cellStates,
  countCells,
  type Coverage,
  type CoverageRow,
  type Letter,
  type Method,
} from './coverage.ts'
import { type Catalogues, shippedCatalogues } from '../frameworks/catalogues.ts'
import { consideredByHand, consideredCells } from './considered.ts'
import { coverLists, type SaidByRule } from './cover-lists.ts'
import { type ElementType, elementTypeOf, linddunOfType, strideLetters, strideOfType } from './element-type.ts'
import { linddunLetters } from '../../findings/finding.ts'
import { scopeOf } from './looks-at.ts'
import { maestroLayerOf, type MaestroLayer, maestroLayers } from './maestro-layer.ts'
import { type MissingPremise, missingPremises, premiseNotStated } from './premises.ts'
import { placesAskedAbout, placesOf } from './places.ts'

/** What the matrix of coverage is made of. */
export interface CoverageInput {
  readonly graph: Graph
  /** The rules in force: those that a house switched off look at nothing. */
  readonly rules: readonly Rule[]
  readonly findings: readonly Finding[]
  readonly questions: readonly QuestionGroup[]
  /** For rules that say themselves what they look at. */
  readonly context?: (rule: Rule) => RuleContext
  /** Lists of threats to go through entry by entry; those that ship when absent. */
  readonly catalogues?: Catalogues
}

/**
 * STRIDE and LINDDUN per element in scope: which rules looked at it for which letter, and what they say. A cell is never a
 * threat by itself; a person may raise one from it. Pure and quick: it reads findings and questions, and runs no rule.
 */
export function coverDesign(input: CoverageInput): Coverage {
  const { graph } = input
  const byRule = listByRule(input.findings)
  const ofRules = new Map(input.rules.map((rule) => [rule, saidBy(input, rule, byRule.get(rule.id) ?? [])]))
  const said = listSayings(input, ofRules)
  const premises = missingPremises(graph.design)
  const rows = elementsInScope(graph).map((element): CoverageRow => {
    const cells = (method: Method, letters: readonly Letter[]): readonly Cell[] =>
      letters.map((letter) =>
        withoutPremises(
          cellOf(element.on, method, letter, said),
          premises.filter(({ concerns }) => concerns(element.type, method, letter)),
        ),
      )
    return {
      ...element,
      cells: [...cells('stride', strideOfType[element.type]), ...cells('linddun', linddunOfType[element.type])],
    }
  })
  const all = rows.flatMap(({ cells }) => cells)
  const of = (method: Method): readonly Cell[] => all.filter((cell) => cell.method === method)
  const byLetter = (method: Method, letters: readonly Letter[]): Coverage['byLetter'][Method] =>
    Object.fromEntries(
      letters.map((letter) => [letter, countCells(of(method).filter((cell) => cell.letter === letter))]),
    )
  return {
    rows,
    total: { stride: countCells(of('stride')), linddun: countCells(of('linddun')) },
    byLetter: { stride: byLetter('stride', strideLetters), linddun: byLetter('linddun', linddunLetters) },
    byLayer: Object.fromEntries(
      maestroLayers.flatMap((layer) => {
        const cells = rows.filter((row) => row.layer === layer).flatMap((row) => row.cells)
        return cells.length === 0 ? [] : [[layer, countCells(cells)]]
      }),
    ),
    byList: coverLists(input.rules, (rule) => ofRules.get(rule) ?? [], input.catalogues ?? shippedCatalogues),
  }
}

/** Boxes and the arrows between them, without what is out of scope, in the order of the design. */
function elementsInScope(
  graph: Graph,
): readonly { readonly on: Id; readonly name: string; readonly type: ElementType; readonly layer: MaestroLayer }[] {
  const boxes = graph.components.filter(({ outOfScope }) => outOfScope === undefined)
  const inScope = new Map(boxes.map((box) => [box.id, box]))
  return [
    ...boxes.map((box) => ({
      on: box.id,
      name: graph.name(box.id),
      type: elementTypeOf(graph, box),
      layer: maestroLayerOf(graph, box),
    })),
    ...graph.flows.flatMap(({ id, caller, callee }) => {
      const called = inScope.get(callee)
      if (called === undefined || !inScope.has(caller)) return []
      return [{ on: id, name: graph.name(id), type: 'flow' as const, layer: maestroLayerOf(graph, called) }]
    }),
  ]
}

/** What is said of an element for a letter: by `method`, letter and element. */
type Sayings = ReadonlyMap<string, readonly CellReason[]>
const keyOf = (method: Method, letter: string, on: Id): string => `${method} ${letter} ${on}`

function cellOf(on: Id, method: Method, letter: Letter, said: Sayings): Cell {
  const reasons = (said.get(keyOf(method, letter, on)) ?? []).toSorted(
    (a, b) => cellStates.indexOf(a.says) - cellStates.indexOf(b.says) || (a.rule < b.rule ? -1 : 1),
  )
  return { on, method, letter, state: reasons[0]?.says ?? 'notConsidered', reasons }
}

/** That rules found nothing does not decide a cell where what they judge by has not been stated. */
function withoutPremises(cell: Cell, missing: readonly MissingPremise[]): Cell {
  if (cell.state !== 'notApplicable' || missing.length === 0) return cell
  const unknown = missing.map(({ words }): CellReason => ({ rule: premiseNotStated, title: words, says: 'unknown' }))
  return { ...cell, state: 'unknown', reasons: [...unknown, ...cell.reasons] }
}

function listSayings(input: CoverageInput, ofRules: ReadonlyMap<Rule, SaidByRule>): Sayings {
  const sayings = new Map<string, CellReason[]>()
  const add = (letters: readonly (readonly [Method, string])[], on: Id, reason: CellReason): void => {
    for (const [method, letter] of letters) {
      const key = keyOf(method, letter, on)
      const others = sayings.get(key)
      if (others === undefined) sayings.set(key, [reason])
      else others.push(reason)
    }
  }
  for (const [rule, said] of ofRules) {
    const letters = lettersOf(rule)
    const aware = letters.filter(([method, letter]) => !isOfPeople(method, letter))
    for (const [on, reason] of said) add(aware, on, reason)
    if (aware.length === letters.length) continue
    for (const [person, reasons] of untoldOf(input.graph, said))
      for (const reason of reasons) add([['linddun', 'U']], person, reason)
  }
  for (const { cell, id, statement } of consideredCells(input.graph.design)) {
    const reason: CellReason = { rule: consideredByHand, title: statement, says: 'treated', by: id }
    add([[cell.method, cell.letter]], cell.on, reason)
  }
  for (const { cell, id } of input.graph.design.risks ?? []) {
    const finding = input.findings.find(({ rule, anchors }) => rule === manualThreatRule && anchors.includes(id))
    if (cell !== undefined && finding !== undefined)
      add([[cell.method, cell.letter]], cell.on, reasonOf(manualThreatRule, finding))
  }
  return sayings
}

function isOfPeople(method: Method, letter: string): boolean {
  return method === 'linddun' && letter === 'U'
}

/**
 * People are unaware, wherever in the system it is that nobody tells them: of all boxes that somebody stands behind, each
 * reason once. That a rule found nothing counts where it found nothing at any of them.
 */
function untoldOf(graph: Graph, said: SaidByRule): ReadonlyMap<Id, readonly CellReason[]> {
  const told = said.flatMap(([on, reason]) => peopleBehind(graph, on).map((person) => ({ person, reason })))
  return new Map(
    [...groupBy(told, ({ person }) => person)].map(([person, all]) => {
      const reasons = [...new Set(all.map(({ reason }) => reason))]
      const speaking = reasons.filter(({ says }) => says !== 'notApplicable')
      return [person, speaking.length === 0 ? reasons : speaking]
    }),
  )
}

/** The people who, directly or by way of others, call a box; a person is the one concerned. */
function peopleBehind(graph: Graph, on: Id): readonly Id[] {
  const start = graph.flow(on)?.callee ?? on
  const visited = new Set([start])
  for (const id of visited) {
    if (graph.has(id, 'person')) continue
    for (const { caller } of graph.callsTo(id)) visited.add(caller)
  }
  return [...visited].filter((id) => graph.has(id, 'person'))
}

/** The letters of a rule; what it refers to in LINDDUN counts where it has no tag of its own. */
export function lettersOf(rule: Rule): readonly (readonly [Method, string])[] {
  const privacy = rule.linddun ?? rule.references.filter(({ framework }) => framework === 'linddun').map(({ id }) => id)
  return [
    ...(rule.stride ?? '').split('').map((letter) => ['stride', letter] as const),
    ...privacy.map((letter) => ['linddun', letter] as const),
  ]
}

/** What one rule says of each element that it looked at; `own` are the findings that speak for it. */
function saidBy(input: CoverageInput, rule: Rule, own: readonly Finding[]): SaidByRule {
  const { graph, questions } = input
  const looked = lookedAt(input, rule)
  const isLooked = new Set(looked)
  const found = own.flatMap((finding) => {
    const reason = reasonOf(rule.id, finding)
    return placesOf(graph, finding, isLooked).map((on) => [on, reason] as const)
  })
  const asked = questions
    .filter(({ rules }) => rules.includes(rule.id))
    .flatMap((group) => {
      const reason: CellReason = { rule: rule.id, title: group.text, says: 'unknown', question: group.id }
      return [...placesAskedAbout(graph, group, isLooked)].map((on) => [on, reason] as const)
    })
  const answered = new Set([...found, ...asked].map(([on]) => on))
  const nothing: CellReason = { rule: rule.id, title: rule.title, says: 'notApplicable' }
  const quiet = looked.filter((on) => !answered.has(on)).map((on) => [on, nothing] as const)
  return [...found, ...once(asked), ...quiet]
}

/** Findings by every rule that they speak for: one line may stand for several. */
function listByRule(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const spoken = findings.flatMap((finding) =>
    [...new Set([finding.rule, ...finding.aliases])].map((rule) => ({ rule, finding })),
  )
  const byRule = groupBy(spoken, ({ rule }) => rule)
  return new Map([...byRule].map(([rule, each]) => [rule, each.map(({ finding }) => finding)]))
}

function lookedAt({ graph, context }: CoverageInput, rule: Rule): readonly Id[] {
  if (rule.looksAt !== undefined && context !== undefined) return [...new Set(rule.looksAt(context(rule)))]
  return scopeOf(graph, rule)
}

function once(asked: readonly (readonly [Id, CellReason])[]): readonly (readonly [Id, CellReason])[] {
  return [...new Map(asked.map((each) => [each[0], each])).values()]
}

function reasonOf(rule: string, { id, title, status, treatedBy }: Finding): CellReason {
  const says = status === 'open' || status === 'mitigated' ? status : 'treated'
  return { rule, title, says, finding: id, ...(treatedBy === undefined ? {} : { by: treatedBy }) }
}
