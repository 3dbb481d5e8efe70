import type { Component, Design, Id, Settings, Value } from './design.ts'
import { known } from './value.ts'

/** A setting of a box that was a number and is one still, perhaps another. */
export interface NumberEdit {
  readonly on: Id
  readonly field: string
}

/**
 * The settings in which two designs differ, when numbers in boxes are all that they differ in: what most edits change.
 * Undefined as soon as anything else is not the very same object, even where it says the same.
 */
export function numberEditsBetween(before: Design, now: Design): readonly NumberEdit[] | undefined {
  if (before === now) return []
  const last = lastAsked.get(now)
  if (last?.before === before) return last.edits
  const edits = findEdits(before, now)
  lastAsked.set(now, { before, edits })
  return edits
}

/** Each part of an estimate asks about the same two. */
const lastAsked = new WeakMap<Design, { readonly before: Design; readonly edits: readonly NumberEdit[] | undefined }>()

function findEdits(before: Design, now: Design): readonly NumberEdit[] | undefined {
  const { components = [], ...rest } = before
  const { components: others = [], ...otherRest } = now
  if (!isSame(rest, otherRest, isSameList) || components.length !== others.length) return undefined
  const edits: NumberEdit[] = []
  for (const [index, component] of components.entries()) {
    const other = others[index]
    if (component === other) continue
    const found = other && editsOf(component, other)
    if (found === undefined) return undefined
    edits.push(...found)
  }
  return edits
}

function editsOf(one: Component, other: Component): readonly NumberEdit[] | undefined {
  const { settings = {}, ...rest } = one
  const { settings: others = {}, ...otherRest } = other
  if (!isSame(rest, otherRest, Object.is) || !isSame<Settings>(settings, others, areNumbers)) return undefined
  return Object.keys(settings).flatMap((field) =>
    Object.is(settings[field], others[field]) ? [] : [{ on: one.id, field }],
  )
}

/** Whether two objects have the same keys in the same order, and under each what is `alike`. */
function isSame<T extends object>(one: T, other: T, alike: (one: T[keyof T], other: T[keyof T]) => boolean): boolean {
  const keys = Object.keys(one) as (keyof T)[]
  const others = Object.keys(other)
  return keys.length === others.length && keys.every((key, at) => key === others[at] && alike(one[key], other[key]))
}

function isSameList(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false
  return one.every((item, index) => Object.is(item, other[index]))
}

function areNumbers(one: Value | undefined, other: Value | undefined): boolean {
  return Object.is(one, other) || (Number.isFinite(known(one)) && Number.isFinite(known(other)))
}
