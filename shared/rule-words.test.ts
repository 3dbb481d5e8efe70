import { describe, expect, it } from 'vitest'
import { rules } from './rules.ts'

const texts = rules.flatMap(({ id, title, why, falsePositive, verify, softenedBy = [] }) =>
  [title, why, falsePositive ?? '', verify ?? '', ...softenedBy.map((soft) => soft.why)]
    .filter((text) => text !== '')
    .map((text) => ({ id, text })),
)
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z ]/gu, '')
    .trim()

describe('the words of the rules', () => {
  it('are said once: no two rules share a title, a reason, a doubt or a trial', () => {
    const said = texts.map(({ text }) => plain(text))
    expect(texts.filter(({ text }, index) => said.indexOf(plain(text)) !== index)).toEqual([])
  })

  it('are short: a title fits a line, a reason is two or three sentences', () => {
    for (const { id, title, why } of rules) {
      expect([id, title.length]).toEqual([id, Math.min(title.length, 64)])
      expect([id, why.length]).toEqual([id, Math.min(why.length, 240)])
      expect([id, why.split(/(?<=[.:?]) /u).length]).toEqual([id, Math.min(why.split(/(?<=[.:?]) /u).length, 4)])
    }
  })

  it('are sentences: titles begin with a capital and have no full stop, reasons end with one', () => {
    for (const { id, title, why, falsePositive, verify, softenedBy = [] } of rules) {
      for (const text of [...(verify === undefined ? [] : [verify]), ...softenedBy.map((soft) => soft.why)])
        expect([id, text]).toEqual([id, expect.stringMatching(/^[A-Z].{20,220}\.$/u)])
      expect([id, title]).toEqual([id, expect.stringMatching(/^[A-Z].*[^.!]$/u)])
      expect([id, why]).toEqual([id, expect.stringMatching(/^[A-Z].*\.$/u)])
      if (falsePositive !== undefined) expect([id, falsePositive]).toEqual([id, expect.stringMatching(/^[A-Z].*\.$/u)])
    }
  })

  it('blame nobody and sell nothing', () => {
    const loud =
      /\b(careless|negligent|stupid|fail(?:ed)? to|forgot|obviously|simply|of course|best-in-class|robust|leverage|seamless)\b|!/iu
    expect(texts.filter(({ text }) => loud.test(text))).toEqual([])
  })

  it('do not take people for men', () => {
    expect(texts.filter(({ text }) => /\b(he|him|his|himself)\b/iu.test(text))).toEqual([])
  })
})
