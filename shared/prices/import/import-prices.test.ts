import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { diffBooks } from './diff-books.ts'
import { importPrices } from './import-prices.ts'
import { openPriceBook } from '../price-book.ts'
import type { PriceBookFile } from '../price-row.ts'
import { parsePriceBook, readPriceBook } from '../read-book.ts'

const parsed = parsePriceBook(JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')))
if (!parsed.ok) throw new Error('the shipped book is not readable')
const base = parsed.value
const asOf = '2026-11-20'

interface Imported {
  readonly book: PriceBookFile
  readonly used: number
  readonly sentences: readonly string[]
  readonly doubts: readonly string[]
}

function imported(text: string): Imported {
  const result = importPrices(base, { text, asOf })
  if (!result.ok) throw new Error(result.problems[0]?.sentence)
  // Whatever was imported opens as a book.
  openPriceBook(result.value.book)
  const { doubts, ...rest } = result.value
  const words = (problems: typeof doubts) => problems.map(({ sentence }) => sentence)
  return { ...rest, sentences: words(result.problems), doubts: words(doubts) }
}

function refusal(text: string): string {
  const result = importPrices(base, { text, asOf })
  expect(result.ok).toBe(false)
  return result.problems.map(({ sentence }) => sentence).join(' ')
}

const gpt = {
  litellm_provider: 'openai',
  mode: 'chat',
  input_cost_per_token: 1e-6,
  output_cost_per_token: 8e-6,
  cache_read_input_token_cost: 2.5e-7,
}

describe('a newer LiteLLM file', () => {
  const feed = {
    sample_spec: { litellm_provider: 'one of' },
    'gpt-4.1': gpt,
    'gemini/gemini-2.5-pro': { ...gpt, litellm_provider: 'gemini', deprecation_date: '2026-12-01' },
    'gpt-6': { ...gpt, input_cost_per_token: 2e-6 },
    'gpt-6-2026-11-01': gpt,
    'ft:gpt-6': gpt,
    'someone/model': { ...gpt, litellm_provider: 'someone' },
    'gpt-5-nano': { ...gpt, input_cost_per_token: 0, output_cost_per_token: 4e-7 },
  }
  const { book, sentences } = imported(JSON.stringify(feed))
  const open = openPriceBook(book)
  const difference = diffBooks(base, book)

  it('changes prices under the products that the book knows, with the day of the import', () => {
    expect(open.find('llm.input', 'openai/gpt-4.1')).toMatchObject({ value: 1, provenance: { asOf } })
    const change = difference.changed.find(
      ({ after }) => after.product === 'openai/gpt-4.1' && after.item === 'llm.input',
    )
    expect(change?.before.usd).toBe(2)
    expect(change?.share).toBeCloseTo(-0.5, 12)
  })

  it('makes the book as new as most of its prices are', () => {
    expect(book.date).toBe(base.date)
    const rows = base.rows.map(({ item, product, region, usd }) => [item, product ?? '', region, usd * 1.01])
    const all = imported([['item', 'product', 'region', 'usd'], ...rows].map((row) => row.join(',')).join('\n'))
    expect(all.book.date).toBe(asOf)
  })

  it('adds plain new models of known vendors, and no snapshot, tuned or foreign one', () => {
    expect(open.find('llm.input', 'openai/gpt-6').value).toBe(2)
    const added = new Set(difference.added.map(({ product }) => product))
    expect(added).toEqual(new Set(['openai/gpt-6']))
  })

  it('drops tiers that are gone, keeps models that the file leaves out, and takes no price of 0', () => {
    expect(difference.removed.map(({ item, product }) => `${item} ${product}`)).toContain(
      'llm.input-batch openai/gpt-4.1',
    )
    expect(open.find('llm.input', 'anthropic/claude-sonnet-4-6').value).toBe(3)
    expect(open.find('llm.input', 'openai/gpt-5-nano').missing).toBe(true)
    expect(sentences).toEqual([])
  })

  it('keeps what a second source says of a price that stays', () => {
    const output = book.rows.find((row) => row.item === 'llm.output' && row.product === 'openai/gpt-4.1')
    expect(output).toMatchObject({ usd: 8, asOf, agrees: 'genai-prices' })
    expect(difference.confirmed).toBeGreaterThan(0)
  })

  it('says which models go out of service', () => {
    expect(difference.retired).toEqual([{ product: 'google/gemini-2.5-pro', on: '2026-12-01' }])
    expect(open.retiredOn('google/gemini-2.5-pro')).toBe('2026-12-01')
    expect(open.retiredOn('google/gemini-3-pro')).toBe('2026-03-09')
  })

  it('names text where a number belongs, with the remedy, and uses the rest', () => {
    const { cache_read_input_token_cost: _cacheRead, ...plain } = gpt
    const wrong = { 'gpt-4.1': { ...plain, input_cost_per_token: '0.000001', output_cost_per_token: 9e-6 } }
    const result = imported(JSON.stringify(wrong))
    expect(result.sentences).toEqual([
      'The price gpt-4.1.input_cost_per_token is the text "0.000001". Write 0.000001 without quotation marks. It was left out.',
    ])
    const after = openPriceBook(result.book)
    expect(after.find('llm.output', 'openai/gpt-4.1').value).toBe(9)
    expect(after.find('llm.input', 'openai/gpt-4.1').value).toBe(2)
  })

  it('leaves out a priority price of fifty times the plain one', () => {
    const trap = { 'gpt-4.1': { ...gpt, input_cost_per_token_priority: 5e-5 } }
    const result = imported(JSON.stringify(trap))
    expect(result.sentences[0]).toContain('3 times the plain price')
    expect(openPriceBook(result.book).find('llm.input', 'openai/gpt-4.1').value).toBe(1)
  })
})

describe('a table of prices', () => {
  it('needs an item and a price; the rest is filled in', () => {
    const { book, used } = imported('item,product,usd\nllm.input,openai/gpt-4.1,1.75\n')
    expect(used).toBe(1)
    expect(openPriceBook(book).find('llm.input', 'openai/gpt-4.1')).toMatchObject({
      value: 1.75,
      unit: 'USD/1M tokens',
      provenance: { asOf, region: 'global', source: 'imported table' },
    })
    expect(diffBooks(base, book)).toMatchObject({ added: [], removed: [], changed: [{ after: { usd: 1.75 } }] })
  })

  it('reads other separators, headings, units and ways to write an amount', () => {
    const text = [
      'Model;Item;Price;Unit;Region;As of;Source',
      '"openai/gpt-4.1";llm.input;"$0,0019";USD/1k tokens;;2026-10;contract',
      'gpu/h100@aws;gpu.hour;6,50;;eu-central-1;2026-11-01;quote',
    ].join('\r\n')
    const open = openPriceBook(imported(text).book)
    expect(open.find('llm.input', 'openai/gpt-4.1').value).toBeCloseTo(1.9, 10)
    expect(open.find('llm.input', 'openai/gpt-4.1').provenance).toMatchObject({ asOf: '2026-10', source: 'contract' })
    expect(open.forRegion('eu-central-1').find('gpu.hour', 'gpu/h100@aws').value).toBe(6.5)
    expect(open.find('gpu.hour', 'gpu/h100@aws').value).toBe(6.88)
  })

  it('says of each line that cannot be used what is wrong and what to do, and uses the others', () => {
    const text = [
      'item,product,usd,unit,date',
      'llm.input,openai/gpt-4.1,1.75,,',
      'llm.words,openai/gpt-4.1,1,,',
      'llm.input,openai/o3,two,,',
      'llm.input,openai/gpt-5,0,,',
      'llm.input,openai/gpt-5,1,USD/page,',
      'llm.input,openai/gpt-5,1,,lately',
      ',,,,',
    ].join('\n')
    const { used, sentences } = imported(text)
    expect(used).toBe(1)
    expect(sentences).toHaveLength(5)
    expect(sentences[0]).toContain('Line 3 ("llm.words" of "openai/gpt-4.1"): nothing has the price')
    expect(sentences.join(' ')).toMatch(/no number.*counts as unknown.*cannot be turned.*not readable/s)
  })

  it('takes a product by any name that means one, and asks where it means several', () => {
    const { book, doubts, sentences } = imported(
      'item,product,usd\nllm.input,GPT-4.1 mini,0.3\nllm.output,gpt-4.1-mini,1.5\n',
    )
    expect(doubts).toEqual([])
    expect(openPriceBook(book).find('llm.input', 'openai/gpt-4.1-mini').value).toBe(0.3)
    expect(sentences).toEqual([
      'Line 3 ("llm.output" of "gpt-4.1-mini"): "gpt-4.1-mini" may mean "openai/gpt-4.1-mini" or "azure/gpt-4.1-mini". Write one of them.',
    ])
  })

  it('says where a product is not known, and counts the price all the same', () => {
    const { book, used, sentences, doubts } = imported(
      'item,product,usd\nllm.input,openai/gtp-4.1,1.75\nllm.input,openai/gpt-4.1,1.9\n',
    )
    expect(used).toBe(2)
    expect(doubts).toEqual([
      'Line 2 ("llm.input" of "openai/gtp-4.1"): no product is called "openai/gtp-4.1". The price counts only where a component names its product exactly like this.',
    ])
    expect(sentences).toEqual([])
    expect(diffBooks(base, book).added.map(({ product }) => product)).toEqual(['openai/gtp-4.1'])
  })

  it('is refused with a sentence when nothing in it can be used', () => {
    expect(refusal('name,cost\na,1')).toContain('no column "item"')
    expect(refusal('item,usd\nllm.words,1')).toContain('No price of the file can be used')
  })
})

describe('a file that is something else', () => {
  it.each([
    ['', 'empty'],
    ['{"gpt-4.1": {"input_cost', 'cut off'],
    ['{"a": 1}', 'neither LiteLLM'],
    ['[1, 2]', 'neither LiteLLM'],
    ['hello', 'no column'],
  ])('%s', (text, words) => expect(refusal(text)).toContain(words))
})

describe('a Lintel price book of somebody', () => {
  const [first, second] = base.rows
  const book = (rows: readonly unknown[]): string =>
    JSON.stringify({ format: 'lintel/price-book', version: 1, date: '2026-11-01', currency: 'USD', rows })

  it('replaces the book', () => {
    expect(imported(book([first])).book.rows).toEqual([first])
  })

  it('with strings for numbers gives a sentence with row and remedy, and its good rows are used', () => {
    const result = imported(book([{ ...first, usd: '2.5' }, second, { ...first, usd: 'cheap' }, 7]))
    expect(result.book.rows).toEqual([second])
    expect(result.sentences[0]).toContain('Row 1 ("')
    expect(result.sentences[0]).toContain('usd is the text "2.5". Write 2.5 without quotation marks.')
    expect(result.sentences[1]).toContain('Write a number.')
    expect(result.sentences[2]).toContain('Row 4 is not readable')
  })

  it('is refused when no row can be used', () => {
    expect(refusal(book([{ ...first, usd: '2.5' }]))).toContain('No row')
  })

  it('names the row of the file also when the lint refuses it', () => {
    const read = readPriceBook(JSON.parse(book([{ item: 1 }, { ...first, usd: 0 }])) as unknown)
    expect(new Set(read.problems.map(({ path }) => path))).toEqual(new Set(['rows[0]', 'rows[1]']))
  })
})
