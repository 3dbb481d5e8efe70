import { expect, it } from 'vitest'
import type { Finding } from '../../../shared/findings/finding.ts'
import { anyFinding } from '../../../shared/findings/testing/finding.ts'
import { fixOfAll } from './fix-all.ts'

const place = (flow: string, label = 'Give up after 30 s'): Finding =>
  anyFinding({ anchors: [flow], quickFix: { label, patch: { flows: { [flow]: { timeoutMs: 30_000 } } } } })

it('is there where every place has the same repair of its own', () => {
  expect(fixOfAll([place('f-a'), place('f-b')])?.patches).toHaveLength(2)
})

it.each([
  ['one place has none', [place('f-a'), anyFinding()]],
  ['they are not the same', [place('f-a'), place('f-b', 'Do not retry')]],
  ['two change the same arrow', [place('f-a'), place('f-a')]],
])('is not where %s', (_, findings) => {
  expect(fixOfAll(findings)).toBeUndefined()
})
