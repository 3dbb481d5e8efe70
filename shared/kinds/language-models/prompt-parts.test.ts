import { describe, expect, it } from 'vitest'
import { inputsOf } from '../formula/formula.ts'
import { inHand, linesOf, usdOf, useOf } from '../testing/ask-model.ts'
import { tokenPartWords } from './prompt-parts.ts'

describe('parts of a prompt', () => {
  const call = { instructionTokens: 800, toolTokens: 400, conversationTokens: 1000, outputTokens: 250 }
  const hand = inHand(2500, { user: 60, retrieved: 2400 })

  it('say whose words they are, and sum to what is billed', () => {
    const use = useOf({ call, hand, settings: { reasoningEffort: 'low' } })
    expect(use.parts).toEqual({
      instructions: 800,
      tools: 400,
      conversation: 1000,
      retrieved: 2400,
      user: 60,
      other: 40,
      reasoning: 300,
      answer: 250,
    })
    expect(use).toMatchObject({ input: 4700, output: 550 })
  })
  it('stand one by one in the formula', () => {
    const labels = linesOf({ call, hand }).flatMap((line) => inputsOf(line.usd).map((node) => node.label))
    expect(labels).toEqual(expect.arrayContaining(['Instructions', 'Tool definitions', 'Retrieved context in hand']))
    expect(usdOf({ call, hand })).toBeCloseTo((4700 * 3 + 250 * 15) / 1e6, 12)
  })
  it('leave the rest of a stated whole prompt unexplained', () => {
    expect(useOf({ call: { ...call, inputTokens: 3000 }, hand }).parts).toMatchObject({
      instructions: 800,
      tools: 400,
      other: 1800,
    })
    expect(useOf({ call: { ...call, inputTokens: 500 }, hand }).parts).toMatchObject({ instructions: 500 })
  })
})

it('words every part of a prompt and an answer', () => {
  for (const words of Object.values(tokenPartWords)) expect(words).toMatch(/^[A-Z][a-z' ]+$/)
})
