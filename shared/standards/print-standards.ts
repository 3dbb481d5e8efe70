import type { Condition } from '../graph/condition.ts'
import { printCondition } from '../graph/condition-text.ts'
import type { PackRule, RulePack, Standards } from './standards.ts'
import { standardsFormat, standardsVersion } from './standards.ts'

/** The text of a standards file. Conditions are written as people write them; `readStandards` reads the same again. */
export function printStandards(standards: Standards): string {
  const { packs, controls, ...rest } = standards
  const file = {
    ...rest,
    ...(packs === undefined ? {} : { packs: packs.map(writePack) }),
    ...(controls === undefined
      ? {}
      : { controls: controls.map((control) => ({ ...control, where: printCondition(control.where) })) }),
  }
  return `${JSON.stringify(file, undefined, 2)}\n`
}

/** A standards file that has one pack and nothing else: how a pack travels. */
export function printPack(pack: RulePack): string {
  return printStandards({ format: standardsFormat, version: standardsVersion, packs: [pack] })
}

function writePack(pack: RulePack): unknown {
  return { ...pack, rules: pack.rules.map(writeRule) }
}

function writeRule({ each, path, ...rule }: PackRule): unknown {
  return {
    ...rule,
    ...(each === undefined ? {} : { each: writeConditions(each) }),
    ...(path === undefined ? {} : { path: writeConditions(path) }),
  }
}

function writeConditions(part: object): Readonly<Record<string, unknown>> {
  const entries = Object.entries(part) as readonly (readonly [string, Condition | string])[]
  return Object.fromEntries(
    entries.map(([key, value]) => [key, typeof value === 'string' ? value : printCondition(value)]),
  )
}
