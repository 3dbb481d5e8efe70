import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import { whyNotConnect } from './connectable.ts'

const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd',
  name: 'Ends',
  boundaries: [
    { id: 'cloud', name: 'Cloud' },
    { id: 'zone', name: 'Zone', in: 'cloud' },
  ],
  components: [
    { id: 'user', name: 'User', kind: 'user' },
    { id: 'model', name: 'Model', kind: 'llm-api', in: 'zone' },
    { id: 'word', name: 'Remember', kind: 'note' },
  ],
  flows: [{ id: 'ask', from: 'user', to: 'model' }],
}

describe('what an arrow may join', () => {
  it('joins any two components, a second time too', () => {
    expect(whyNotConnect(design, 'user', 'model')).toBeUndefined()
    expect(whyNotConnect(design, 'model', 'user')).toBeUndefined()
  })

  it.each([
    ['model', 'model', /onto itself/],
    ['model', 'zone', /Model stands in Zone/],
    ['cloud', 'model', /Model stands in Cloud/],
    ['user', 'zone', /Zone is a boundary/],
    ['user', 'word', /Remember is only words/],
    ['word', 'user', /Remember is only words/],
    ['user', 'gone', /no component any more/],
  ])('says why it joins %s and %s not', (from, to, reason) => {
    expect(whyNotConnect(design, from, to)).toMatch(reason)
  })
})
