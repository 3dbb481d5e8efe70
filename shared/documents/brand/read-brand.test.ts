import { expect, it } from 'vitest'
import { readBrand } from './read-brand.ts'

it('a brand says what it says, and may say nothing', () => {
  const brand = { client: 'Nordbank', accent: '#1D4ED8', fonts: { headings: 'Georgia' }, potx: 'deck.potx' }
  expect(readBrand(JSON.stringify(brand))).toEqual({ ok: true, value: brand })
  expect(readBrand('{}')).toEqual({ ok: true, value: {} })
})

it.each([
  ['[]', /no JSON object/],
  ['{ client: 1', /no JSON object/],
  ['{"colour": "#112233"}', /"colour" is no field.*accent/],
  ['{"fonts": {"title": "Arial"}}', /"fonts.title" is no field/],
  ['{"fonts": "Arial"}', /"fonts" is an object/],
  ['{"client": 7}', /"client" is a text/],
  ['{"accent": "blue"}', /"accent" is a colour/],
])('%s is refused with a sentence', (text, sentence) => {
  const read = readBrand(text)
  expect(read.ok ? '' : read.problems.join(' ')).toMatch(sentence)
})
