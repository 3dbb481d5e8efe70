import { array, assert, constantFrom, json, letrec, oneof, property, record } from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../design/testing/arbitrary-design.ts'
import { importText } from './index.ts'
import { read } from './testing/read-sound.ts'

/** Values of any type where the formats want one: what a broken tool could write. */
const { tree } = letrec<{ tree: unknown }>((tie) => ({
  tree: oneof(
    { maxDepth: 3 },
    json().map((text) => JSON.parse(text) as unknown),
    array(tie('tree'), { maxLength: 3 }),
    constantFrom(null, -1, 1e308, '', '=1', '__proto__', 'a', 'b', true),
  ),
}))
const keys = (names: readonly string[], value: Arbitrary<unknown>): Arbitrary<object> =>
  record(Object.fromEntries(names.map((name) => [name, oneof(value, tree)])), { requiredKeys: [] })
const point = keys(['x', 'y', 'cell', 'id'], constantFrom('a', 'b', 5, 1.5, -1e12))
const threat = keys(
  ['id', 'title', 'type', 'status', 'severity', 'score', 'mitigation', 'description', 'threat', 'state', 'studio'],
  constantFrom('a', 'Spoofing', 'Open', 'High', 7),
)
const cell = keys(
  ['data', 'attrs', 'labels', 'vertices', 'position', 'size', 'source', 'target', 'threats'],
  oneof(
    point,
    array(point, { maxLength: 3 }),
    array(threat, { maxLength: 2 }),
    keys(['threats', 'name', 'studio', 'outOfScope', 'protocol'], array(threat, { maxLength: 2 })),
  ),
)

describe('any content, however wrong its types', () => {
  it('Threat Dragon: is read to a sound design or refused, and never throws', () => {
    const shapes = constantFrom(
      'actor',
      'process',
      'store',
      'flow',
      'trust-boundary-box',
      'trust-boundary-curve',
      'tm.Flow',
      'td-text-block',
      'x',
    )
    const cells = array(
      record({ shape: shapes, id: constantFrom('a', 'b', 'c'), rest: cell }).map(({ rest, ...head }) => ({
        ...rest,
        ...head,
      })),
      { maxLength: 6 },
    )
    assert(
      property(cells, tree, tree, (list, studio, title) => {
        const content = {
          version: 2,
          summary: { title },
          studio,
          detail: { diagrams: [{ title, cells: list }, { diagramJson: { cells: list } }] },
        }
        const result = importText(JSON.stringify(content), 'd-1')
        if (result.ok) read(JSON.stringify(content))
        else expect(result.problems).toHaveLength(1)
      }),
      runs(300),
    )
  })

  it('Open Threat Model: is read to a sound design or refused, and never throws', () => {
    const ref = oneof(keys(['trustZone', 'component'], constantFrom('a', 'b', 'c')), constantFrom('a', 'b'))
    const item = record({
      id: constantFrom('a', 'b', 'c'),
      rest: keys(
        [
          'name',
          'type',
          'parent',
          'source',
          'destination',
          'risk',
          'assets',
          'threats',
          'representations',
          'attributes',
          'tags',
          'categories',
          'mitigations',
        ],
        oneof(
          ref,
          array(threat, { maxLength: 2 }),
          array(keys(['representation', 'position', 'size'], point), { maxLength: 2 }),
        ),
      ),
    }).map(({ id, rest }) => ({ ...rest, id }))
    const list = array(item, { maxLength: 4 })
    assert(
      property(list, list, list, list, tree, (first, second, third, fourth, project) => {
        const content = {
          otmVersion: 'x',
          project: { name: project, attributes: { studio: project } },
          assets: fourth,
          trustZones: first,
          components: second,
          dataflows: third,
          threats: fourth,
          mitigations: first,
          representations: fourth,
        }
        read(JSON.stringify(content))
      }),
      runs(300),
    )
  })
})
