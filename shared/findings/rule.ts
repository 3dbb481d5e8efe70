import type { Id, Patch } from '../design/design.ts'
import type { Estimate } from '../estimate/estimate.ts'
import type { RequirementResult } from '../estimate/requirement-result.ts'
import type { Graph } from '../graph/graph.ts'
import type { Lineage } from '../graph/lineage.ts'
import type { Leg, Lens, LinddunLetter, Rating, Reference, Remedy, Severity, Topic } from './finding.ts'

export interface RuleContext {
  readonly graph: Graph
  readonly lineage: Lineage
  readonly estimate: Estimate
  readonly requirements: readonly RequirementResult[]
  /** ISO date, passed in. */
  readonly today: string
  /** Editable thresholds of the rule, with its defaults filled in. */
  readonly thresholds: Readonly<Record<string, number>>
  /**
   * Whether the architect has marked the topic, or a boundary around this element, complete: then absence is a finding,
   * before it is a question.
   */
  complete(topic: Topic, on?: Id): boolean
  /** What nobody knows counts as broken: asked where a control in place closes it either way. */
  readonly supposesWorst?: true
}

/** Something is wrong, with the elements that cause it. */
export interface Found {
  readonly type: 'found'
  readonly anchors: readonly Id[]
  readonly elements?: readonly Id[]
  readonly path?: readonly Id[]
  /** How data came there; see `Finding`. */
  readonly trail?: readonly Id[]
  readonly otherTrails?: readonly (readonly Id[])[]
  readonly legs?: readonly Leg[]
  readonly problem: string
  readonly fix: string
  /** Lower than the rule's own severity, when the facts are milder. */
  readonly severity?: Severity
  readonly rating?: Rating
  readonly remedy?: Remedy
  readonly quickFix?: { readonly label: string; readonly patch: Patch }
  readonly facts?: Readonly<Record<string, string>>
  /** People outside reach it along a proven path: a pilot is then attacked like production, so its stage does not soften it. */
  readonly exposed?: true
  /** Findings with the same cause are one line, the worst of them; the others become its aliases. Default: none. */
  readonly cause?: string
  /** It would apply, but a control on the drawing closes it. */
  readonly mitigatedBy?: Id
}

/** A fact is missing that decides the verdict. */
export interface Asked {
  readonly type: 'asked'
  /** An element, or the design's own id for topics. */
  readonly on: Id
  readonly field?: string
  readonly text: string
  readonly ask?: string
  /** What several elements that share the question are called, and what it is about. */
  readonly group?: { readonly label: string; readonly noun: readonly [one: string, many: string] }
}

export type Outcome = Found | Asked

/** A control that decides by model, pattern or habit, and why it does not close this: for somebody who has bought it. */
export interface SoftControl {
  /** As in the catalogue of controls. */
  readonly control: string
  /** One sentence. */
  readonly why: string
}

/** A rule of either room (`checks`, `threats`). Pure: the same design gives the same outcomes in the same order. */
export interface Rule {
  readonly id: string
  /** Ids under which other catalogues know the same cause. Unique over all rules, as ids are. */
  readonly aliases: readonly string[]
  readonly lenses: readonly Lens[]
  readonly title: string
  readonly severity: Severity
  readonly topic: Topic
  readonly why: string
  readonly references: readonly Reference[]
  readonly stride?: string
  /** LINDDUN letters, where it touches people. */
  readonly linddun?: readonly LinddunLetter[]
  /**
   * The boxes and arrows of which it would speak if it had something to say: what the matrix of coverage counts as looked
   * at. Absent: only those that it names.
   */
  readonly looksAt?: (context: RuleContext) => Iterable<Id>
  readonly thresholds: Readonly<Record<string, number>>
  /** What it was before the house changed its severity, and why. */
  readonly house?: { readonly was: Severity; readonly reason?: string }
  /** When it cries wolf, in one sentence, for the reader who doubts it. */
  readonly falsePositive?: string
  /** How somebody finds out on the running system whether it holds: what to try, and what must come of it. */
  readonly verify?: string
  /** Types of firm controls of the catalogue: each of them, in place where it is found, closes it. */
  readonly closedBy?: readonly string[]
  /** Soft controls: each makes it one step less likely and never closes it. */
  readonly softenedBy?: readonly SoftControl[]
  check(context: RuleContext): Iterable<Outcome>
}

export function defineRule(
  rule: Omit<Rule, 'aliases' | 'thresholds'> & Partial<Pick<Rule, 'aliases' | 'thresholds'>>,
): Rule {
  return { aliases: [], thresholds: {}, ...rule }
}
