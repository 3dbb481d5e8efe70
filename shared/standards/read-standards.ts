import type { z } from 'zod'
import { withLines } from '../design/file.ts'
import { type Segments, printPath, valueAt, withPlaces } from '../design/json-path.ts'
import { readJson } from '../design/json-text.ts'
import type { Problem, Result } from '../design/problem.ts'
import { isPlainObject } from '../design/same-json.ts'
import { describeValue } from '../design/wording.ts'
import type { Rule } from '../findings/rule.ts'
import { unknownWord } from '../graph/condition-words.ts'
import { controls } from '../threats/controls.ts'
import { patternFault } from '../graph/match-name.ts'
import { conditionPlaces } from './condition-places.ts'
import { isRefusal, readCondition } from './read-condition.ts'
import { packRuleSchema, ruleSettingSchema } from './schema.ts'
import { mandatoryControlSchema, technologySchema } from './schema.ts'
import { ownRuleIds } from './own-rules.ts'
import {
  type MandatoryControl,
  type PackRule,
  type RulePack,
  type RuleSetting,
  type Standards,
  standardsFormat,
  standardsVersion,
  type Technology,
} from './standards.ts'

/** A file of standards larger than this is none. */
const mostBytes = 5_000_000
const mostRules = 1000

/**
 * Reads the text of a standards file. It fails as a whole only when there are no standards in it; otherwise each rule,
 * setting, technology or control that cannot be used is left out, with a problem that names its line and JSON path and
 * says what to do, and the others count.
 *
 * @param rules the rules of this product: no pack may take one of their ids, and settings speak of them
 */
export function readStandards(text: string, rules: readonly Rule[]): Result<Standards> {
  if (text.length > mostBytes) return refused('A standards file has 5 MB at most. Split its packs over several.', 1)
  const read = readJson(text)
  if (!read.ok) {
    const place = `Line ${read.line}, column ${read.column}`
    return refused(`${place}, is not valid JSON: ${read.sentence}. Mend it there.`, read.line, read.path)
  }
  const { standards, problems } = readStandardsValue(read.value, rules)
  const placed = withLines(text, problems)
  return standards === undefined ? { ok: false, problems: placed } : { ok: true, value: standards, problems: placed }
}

/** The same for what was parsed already (kept by a workspace). */
export function readStandardsValue(
  value: unknown,
  rules: readonly Rule[],
): { readonly standards: Standards | undefined; readonly problems: readonly Problem[] } {
  if (!isPlainObject(value) || value['format'] !== standardsFormat) {
    const sentence = `This is no standards file: it begins with {"format": "${standardsFormat}", "version": ${standardsVersion}}.`
    return { standards: undefined, problems: [problem(sentence, [])] }
  }
  const { version } = value
  if (typeof version !== 'number' || version > standardsVersion) {
    const sentence = `Its version is ${describeValue(version)}; this Lintel reads version ${standardsVersion}.`
    return { standards: undefined, problems: [problem(sentence, ['version'])] }
  }
  const reader = new Reader(value, rules)
  const standards: Standards = {
    format: standardsFormat,
    version,
    ...(typeof value['title'] === 'string' ? { title: value['title'] } : {}),
    ...present('packs', reader.packs()),
    ...present('rules', reader.settings()),
    ...present('technologies', reader.technologies()),
    ...(value['exhaustive'] === true ? { exhaustive: true } : {}),
    ...present('controls', reader.controls()),
  }
  return { standards, problems: reader.problems }
}

class Reader {
  readonly problems: Problem[] = []
  private readonly root: Readonly<Record<string, unknown>>
  private readonly rules: readonly Rule[]
  /** Id to where it was first used. */
  private readonly taken = new Map<string, string>()
  private readonly packIds = new Set<string>()

  constructor(root: Readonly<Record<string, unknown>>, rules: readonly Rule[]) {
    this.root = root
    this.rules = rules
    for (const { id, aliases } of rules)
      for (const each of [id, ...aliases]) this.taken.set(each, 'a rule of this product')
    for (const id of ownRuleIds) this.taken.set(id, 'a rule of this product')
  }

  packs(): readonly RulePack[] | undefined {
    return this.list([], 'packs', (value, at) => this.pack(value, at))
  }

  private pack(value: unknown, at: Segments): RulePack | undefined {
    if (!isPlainObject(value)) return this.refuse(`A pack is an object; here is ${describeValue(value)}.`, at)
    const { id, title } = value
    if (typeof id !== 'string' || id === '') return this.refuse('A pack needs an "id".', [...at, 'id'])
    if (this.packIds.has(id))
      return this.refuse(`There are two packs "${id}". Give this one another id.`, [...at, 'id'])
    this.packIds.add(id)
    const rules = this.list(at, 'rules', (rule, place) => this.rule(rule, place)) ?? []
    const texts = ['edition', 'source', 'approver'].flatMap((key) =>
      typeof value[key] === 'string' ? [[key, value[key]] as const] : [],
    )
    return {
      id,
      title: typeof title === 'string' && title !== '' ? title : id,
      ...Object.fromEntries(texts),
      ...(value['off'] === true ? { off: true } : {}),
      rules,
    }
  }

  private rule(value: unknown, at: Segments): PackRule | undefined {
    const subject = valueAt(value, ['each', 'of'])
    const read = this.shaped(packRuleSchema, value, at, conditionPlaces(subject))
    if (read === undefined) return undefined
    const holder = this.taken.get(read.id)
    if (holder !== undefined)
      return this.refuse(`The id "${read.id}" belongs to ${holder}. Give this rule another.`, [...at, 'id'])
    if ((read.each === undefined) === (read.path === undefined))
      return this.refuse(`The rule "${read.id}" needs either "each" or "path", and not both.`, at)
    const names = read.each === undefined ? ['from', 'to'] : ['name']
    for (const key of ['problem', 'fix'] as const) {
      const strange = [...read[key].matchAll(/\{(\w*)\}/gu)].find(([, name = '']) => !names.includes(name))
      if (strange !== undefined) {
        const known = names.map((name) => `{${name}}`).join(' and ')
        return this.refuse(`"${strange[0]}" in "${key}" stands for nothing. Known here: ${known}.`, [...at, key])
      }
    }
    if (this.taken.size > mostRules * 2) return this.refuse(`More than ${mostRules} rules are too many.`, at)
    this.taken.set(read.id, `the rule "${read.title}"`)
    return read
  }

  settings(): Readonly<Record<string, RuleSetting>> | undefined {
    const value = this.root['rules']
    if (value === undefined) return undefined
    if (!isPlainObject(value)) return this.refuse('"rules" is an object with settings by rule id.', ['rules'])
    const settings = Object.entries(value).flatMap(([id, stated]) => {
      const setting = this.setting(id, stated)
      return setting === undefined ? [] : [[id, setting] as const]
    })
    return Object.fromEntries(settings)
  }

  private setting(id: string, value: unknown): RuleSetting | undefined {
    const at = ['rules', id]
    if (!this.taken.has(id)) return this.refuse(unknownWord('rule', id, [...this.taken.keys()]), at)
    const read = this.shaped(ruleSettingSchema, value, at, [])
    if (read?.thresholds === undefined) return read
    const known = Object.keys(this.rules.find((rule) => rule.id === id || rule.aliases.includes(id))?.thresholds ?? {})
    const strange = Object.keys(read.thresholds).find((name) => !known.includes(name))
    if (strange === undefined) return read
    const list = known.length === 0 ? 'It has none.' : `It has ${known.map((name) => `"${name}"`).join(', ')}.`
    return this.refuse(`The rule ${id} has no threshold "${strange}". ${list}`, [...at, 'thresholds', strange])
  }

  technologies(): readonly Technology[] | undefined {
    const named = new Set<string>()
    return this.list([], 'technologies', (value, at) => {
      const read = this.shaped(technologySchema, value, at, [])
      if (read === undefined) return undefined
      const fault = patternFault(read.name)
      if (fault !== undefined) return this.refuse(fault, [...at, 'name'])
      const key = read.name.toLowerCase()
      if (named.has(key)) return this.refuse(`"${read.name}" is listed twice. Keep one line.`, at)
      named.add(key)
      return read
    })
  }

  controls(): readonly MandatoryControl[] | undefined {
    return this.list([], 'controls', (value, at) => {
      const read = this.shaped(mandatoryControlSchema, value, at, [{ at: ['where'], subject: 'any' }])
      if (read === undefined || controls.some(({ type }) => type === read.control)) return read
      const known = controls.map(({ type }) => type)
      return this.refuse(unknownWord('control', read.control, known), [...at, 'control'])
    })
  }

  private list<T>(above: Segments, key: string, read: (value: unknown, at: Segments) => T | undefined) {
    const at = [...above, key]
    const value = valueAt(this.root, at)
    if (value === undefined) return undefined
    if (!Array.isArray(value)) return this.refuse(`"${key}" is a list; here is ${describeValue(value)}.`, at)
    return value.flatMap((item: unknown, index): T[] => {
      const one = read(item, [...at, index])
      return one === undefined ? [] : [one]
    })
  }

  /** The part with its conditions read, if it has the shape of the schema. */
  private shaped<T>(
    schema: z.ZodType<T>,
    value: unknown,
    at: Segments,
    conditions: ReturnType<typeof conditionPlaces>,
  ): T | undefined {
    const written: { at: Segments; value: unknown }[] = []
    for (const place of conditions) {
      const stated = valueAt(value, place.at)
      if (stated === undefined) continue
      const read = readCondition(stated, place.subject)
      if (isRefusal(read)) return this.refuse(read.sentence, [...at, ...place.at, ...read.at])
      written.push({ at: place.at, value: read })
    }
    const normal: unknown = withPlaces(value, written)
    const parsed = schema.safeParse(normal)
    if (parsed.success) return normal as T
    const [issue] = parsed.error.issues
    const place = (issue?.path ?? []).filter((key) => typeof key !== 'symbol')
    const field = place.findLast((key) => typeof key === 'string')
    const found = valueAt(normal, place)
    const said = found === undefined ? 'is missing' : `is ${describeValue(found)}`
    const subject = field === undefined ? 'This entry' : `"${field}"`
    return this.refuse(`${subject} ${said}; it takes ${issue?.message ?? 'something else'}.`, [...at, ...place])
  }

  private refuse(sentence: string, at: Segments): undefined {
    this.problems.push(problem(`${sentence} ${this.consequence(at)}`, at))
  }

  private consequence([collection, , , inner]: Segments): string {
    if (collection === 'packs')
      return inner === undefined ? 'The pack is left out.' : 'The rule is left out; the others count.'
    return collection === 'rules' ? 'The setting is left out.' : 'It is left out.'
  }
}

function present<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, V>>)
}

function problem(sentence: string, at: Segments): Problem {
  return { code: 'standards', level: 'error', sentence: sentence.trim(), path: printPath(at) }
}

function refused(sentence: string, line: number, path = ''): Result<never> {
  return { ok: false, problems: [{ code: 'standards', level: 'error', sentence, path, line }] }
}
