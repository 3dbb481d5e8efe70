import { deflateRawSync } from 'node:zlib'
import { assert, integer, property, string, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../design/testing/arbitrary-design.ts'
import { inflateRaw } from './inflate.ts'

describe('inflating', () => {
  it('gives back what was deflated, at every level', () => {
    assert(
      property(
        string({ maxLength: 400 }),
        integer({ min: 0, max: 9 }),
        integer({ min: 1, max: 60 }),
        (text, level, times) => {
          const bytes = Buffer.from(text.repeat(times))
          const inflated = inflateRaw(deflateRawSync(bytes, { level }), bytes.length)
          expect(Buffer.from(inflated ?? []).equals(bytes)).toBe(true)
        },
      ),
      runs(200),
    )
  })

  it('reads far matches and long runs', () => {
    const bytes = Buffer.from(`${'ab'.repeat(9000)}${Array.from({ length: 5000 }, (_, index) => index * index).join()}`)
    const twice = Buffer.concat([bytes, bytes])
    expect(Buffer.from(inflateRaw(deflateRawSync(twice), twice.length) ?? []).equals(twice)).toBe(true)
  })

  it('gives nothing where it would be more than allowed', () => {
    const bomb = deflateRawSync(Buffer.alloc(10_000_000))
    expect(inflateRaw(bomb, 9_999_999)).toBeUndefined()
    expect(inflateRaw(bomb, 10_000_000)).toHaveLength(10_000_000)
  })

  it('gives nothing where the data ends early', () => {
    const data = deflateRawSync(Buffer.from('a drawing of a drawing of a drawing'))
    for (let end = 0; end < data.length; end += 1) expect(inflateRaw(data.subarray(0, end), 1000)).toBeUndefined()
  })

  it('never throws, whatever the bytes', () => {
    assert(
      property(uint8Array({ maxLength: 300 }), (data) => {
        expect((inflateRaw(data, 5000) ?? []).length).toBeLessThanOrEqual(5000)
      }),
      runs(2000),
    )
  })
})
