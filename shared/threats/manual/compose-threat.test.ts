import { assert, option, property, record, string, constantFrom } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Risk } from '../../design/design.ts'
import { composeThreat, grammarHelp, grammarParts } from './compose-threat.ts'

const risk = (grammar: Readonly<Record<string, string>>, more: Partial<Risk> = {}): Risk => ({
  id: 'r-one',
  statement: '',
  grammar,
  ...more,
})
const sentence = (grammar: Readonly<Record<string, string>>): string => composeThreat(risk(grammar)).sentence

describe('a threat in the grammar', () => {
  it('reads as one sentence when all is said', () => {
    const said = composeThreat(risk(Object.fromEntries(grammarParts.map((part) => [part, grammarHelp[part].example]))))
    expect(said).toEqual({
      title: 'A customer can make the agent refund an order twice',
      sentence:
        'A customer with an account and one open order can make the agent refund an order twice, which leads to money paid out for nothing and harms the integrity of the payment ledger.',
    })
  })

  it.each([
    [{ action: 'read other people’s answers' }, 'Somebody can read other people’s answers.'],
    [{ source: 'customer', action: 'Can read it.' }, 'A customer can read it.'],
    [{ source: 'insider', action: 'copy it' }, 'An insider can copy it.'],
    [{ source: 'Insiders', action: 'copy it' }, 'Insiders can copy it.'],
    [{ source: 'the vendor', prerequisite: 'With access', action: 'keep it' }, 'The vendor with access can keep it.'],
    [{ action: 'stop it', impact: 'leads to an outage;' }, 'Somebody can stop it, which leads to an outage.'],
    [{ action: 'stop it', goal: 'Availability' }, 'Somebody can stop it, which harms its availability.'],
    [{ action: 'stop it', asset: 'Order data' }, 'Somebody can stop it, which harms order data.'],
    [
      { action: 'stop it', goal: 'the safety', asset: 'patients' },
      'Somebody can stop it, which harms the safety of patients.',
    ],
    [{ source: 'LLM', action: 'say  so' }, 'LLM can say so.'],
  ])('says what is there: %j', (grammar, expected) => expect(sentence(grammar)).toBe(expected))

  it('keeps the statement where nobody says what is done, and the name as title', () => {
    expect(composeThreat(risk({ source: 'a customer' }, { statement: 'prompts leak' }))).toEqual({
      title: 'Prompts leak',
      sentence: 'Prompts leak.',
    })
    expect(composeThreat(risk({ action: 'leave' }, { name: 'Key people leave.' })).title).toBe('Key people leave')
    expect(composeThreat(risk({}))).toEqual({
      title: 'A threat that nobody has put into words yet',
      sentence: 'A threat that nobody has put into words yet.',
    })
  })

  it('is well formed whatever is typed: a capital, one full stop, no doubled space, nothing undefined', () => {
    const words = option(
      constantFrom('', ' ', 'a customer.', 'Read  all of it!', 'can pay;', 'which leads to loss.', 'the order'),
      {
        nil: '',
      },
    )
    const parts = record(Object.fromEntries(grammarParts.map((part) => [part, words])))
    assert(
      property(parts, (grammar) => {
        const { title, sentence: said } = composeThreat(risk(grammar))
        expect(said).toMatch(/^[^a-z\s].*[^.!\s]\.$/u)
        expect(said).not.toMatch(/ {2}|undefined|[.!;,][.!;,]| ,/u)
        expect(title.length).toBeLessThanOrEqual(90)
        expect(title).not.toMatch(/\.$|^\s|^$/u)
      }),
    )
  })

  it('never throws on any text', () => {
    assert(
      property(record({ source: string(), action: string(), asset: string() }), (grammar) => {
        expect(composeThreat(risk(grammar)).sentence.endsWith('.')).toBe(true)
      }),
    )
  })
})
