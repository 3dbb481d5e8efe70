import type { Problem } from '../design/problem.ts'
import type { Rule } from '../findings/rule.ts'
import { printStandards } from './print-standards.ts'
import { readStandards } from './read-standards.ts'
import {
  type MandatoryControl,
  type RulePack,
  type RuleSetting,
  type Standards,
  standardsFormat,
  standardsVersion,
  type Technology,
} from './standards.ts'

export const noStandards: Standards = { format: standardsFormat, version: standardsVersion }

/** With the setting of one rule changed; a setting that says nothing any more goes. Undefined takes all of it back. */
export function setRule(standards: Standards, id: string, change: Partial<Changed> | undefined): Standards {
  const { [id]: before, ...others } = standards.rules ?? {}
  const { rules: _rules, ...rest } = standards
  const stated = change === undefined ? {} : onlyStated({ ...before, ...change })
  const rules = Object.keys(stated).length === 0 ? others : { ...others, [id]: stated }
  return Object.keys(rules).length === 0 ? rest : { ...rest, rules }
}

/** A setting with what is to be taken back said as undefined. */
type Changed = { readonly [K in keyof RuleSetting]: RuleSetting[K] | undefined }

function onlyStated({ off, severity, thresholds, reason }: Partial<Changed>): RuleSetting {
  return {
    ...(off === true ? { off } : {}),
    ...(severity === undefined ? {} : { severity }),
    ...(thresholds === undefined || Object.keys(thresholds).length === 0 ? {} : { thresholds }),
    ...(reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim() }),
  }
}

/** With one threshold of a rule changed, or back at its default. */
export function setThreshold(standards: Standards, id: string, name: string, value: number | undefined): Standards {
  const { [name]: _before, ...others } = standards.rules?.[id]?.thresholds ?? {}
  return setRule(standards, id, { thresholds: value === undefined ? others : { ...others, [name]: value } })
}

/** The standards with one pack switched off or on again; its rules and what was set for them stay. */
export function setPackOff(standards: Standards, id: string, off: boolean): Standards {
  const packs = (standards.packs ?? []).map((pack): RulePack => {
    if (pack.id !== id) return pack
    const { off: _off, ...rest } = pack
    return off ? { ...rest, off } : rest
  })
  return { ...standards, packs }
}

/** Without a pack, and without the settings of its rules, which would speak of nothing. */
export function removePack(standards: Standards, id: string): Standards {
  const gone = (standards.packs ?? []).filter((pack) => pack.id === id).flatMap(({ rules }) => rules)
  const rest = { ...standards, packs: (standards.packs ?? []).filter((pack) => pack.id !== id) }
  return gone.reduce<Standards>((without, rule) => setRule(without, rule.id, undefined), rest)
}

/** The technology list as a whole; an empty one goes. */
export function setTechnologies({ technologies: _before, ...rest }: Standards, list: readonly Technology[]): Standards {
  return list.length === 0 ? rest : { ...rest, technologies: list }
}

/** The mandatory controls as a whole; an empty list goes. */
export function setControls({ controls: _before, ...rest }: Standards, list: readonly MandatoryControl[]): Standards {
  return list.length === 0 ? rest : { ...rest, controls: list }
}

/**
 * Lays a standards file over those that count: packs replace those of the same id, settings those of the same rule,
 * and a list the list. The whole is read again, so that a clash between packs is said, with the place in the whole.
 */
export function addStandards(
  base: Standards,
  added: Standards,
  rules: readonly Rule[],
): { readonly standards: Standards; readonly problems: readonly Problem[] } {
  const coming = new Set((added.packs ?? []).map(({ id }) => id))
  const packs = [...(base.packs ?? []).filter(({ id }) => !coming.has(id)), ...(added.packs ?? [])]
  const settings = { ...base.rules, ...added.rules }
  const merged: Standards = {
    ...base,
    ...added,
    ...(packs.length === 0 ? {} : { packs }),
    ...(Object.keys(settings).length === 0 ? {} : { rules: settings }),
  }
  const read = readStandards(printStandards(merged), rules)
  return read.ok ? { standards: read.value, problems: read.problems } : { standards: base, problems: read.problems }
}

/** Whether anything is said at all. */
export function isEmpty({
  title,
  rules,
  packs = [],
  technologies = [],
  controls = [],
  exhaustive,
}: Standards): boolean {
  const lists = [packs, technologies, controls, Object.keys(rules ?? {})]
  return title === undefined && exhaustive !== true && lists.every((list) => list.length === 0)
}
