import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design, Settings } from '../design/design.ts'
import { known } from '../design/value.ts'
import type { Fields } from './fields/field.ts'
import { findKind, findProduct } from './index.ts'
import type { Kind } from './kind.ts'

const folder = 'resources/templates'
const templates = readdirSync(folder).map(
  (file) => [file, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Design] as const,
)

describe.each(templates)('%s', (_file, design) => {
  const kindOf = new Map((design.components ?? []).map(({ id, kind }) => [id, findKind(kind)]))

  it('names kinds and products that are known', () => {
    for (const { id, kind, product } of design.components ?? []) {
      expect(findKind(kind).id, id).toBe(kind)
      const name = known(product)
      if (name !== undefined) expect(findProduct(name)?.kinds, `${id}: ${name}`).toContain(kind)
    }
  })

  it('states settings and calls that the kinds have, with values that they allow', () => {
    for (const { id, kind, settings } of design.components ?? [])
      expect(strangers(settings, findKind(kind).settings), id).toEqual([])
    for (const { id, from, to, pull, call } of design.flows ?? []) {
      const callee = calleeOf(kindOf.get(from), kindOf.get(to), pull)
      expect(strangers(call, callee?.call ?? {}), id).toEqual([])
    }
  })
})

/** Who answers: the tail where it pulls or only ever answers. */
function calleeOf(from: Kind | undefined, to: Kind | undefined, pull: boolean | undefined): Kind | undefined {
  const passive = from?.traits.includes('passive') === true && !from.traits.includes('delivers')
  return (pull ?? passive) ? from : to
}

function strangers(settings: Settings | undefined, fields: Fields): readonly string[] {
  return Object.entries(settings ?? {}).flatMap(([name, value]) => {
    const field = fields[name]
    const scalar = known(value)
    if (!field) return [name]
    const words = [scalar].flat().filter((each) => typeof each === 'string')
    const allowed = field.options?.map((option) => option.value)
    return allowed ? words.filter((word) => !allowed.includes(word)).map((word) => `${name}: ${word}`) : []
  })
}
