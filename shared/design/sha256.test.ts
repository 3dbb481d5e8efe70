import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256 } from './sha256.ts'

const byNode = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

it.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('hashes %o as the standard does', (text, hash) => {
  expect(sha256(text)).toBe(hash)
})

it('hashes every text as other implementations do', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(byNode(text))
    }),
  )
  for (const text of ['流れ, Größe, 👩‍💻', '\ud800 alone', 'x'.repeat(200_000)]) expect(sha256(text)).toBe(byNode(text))
})
