import { array, assert, constantFrom, oneof, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takenIds } from '../design/collections.ts'
import type { Design } from '../design/design.ts'
import { blankDesign } from '../design/edit/blank.ts'
import { parseDesign } from '../design/file.ts'
import { printDesign } from '../design/print.ts'
import { readAmount } from './amount.ts'
import { addRows, isClearlyTable, readRows, rowTargets } from './read-rows.ts'

const freshId = (design: Design, stem: string): string => {
  const taken = takenIds(design)
  let id = `${stem}-1`
  for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`
  return id
}
const blank: Design = { ...blankDesign('d', 'Rows'), actions: [{ id: 'ask', name: 'Ask', starts: 'c' }] }
const read = (text: string, target?: (typeof rowTargets)[number]) => {
  const rows = readRows(text, target)
  if (rows === undefined) throw new Error('no table')
  return { ...rows, design: addRows(blank, rows, freshId) }
}

describe('rows of a spreadsheet', () => {
  it('become components of their kinds in boundaries of their names', () => {
    const { target, rows, design } = read(
      'Component\tType\tTechnology\tZone\tOwner\nAnswer model\tLLM\tGPT-4.1\tVendor\tAI team\nIndex\tvector store\tHomegrown 3\tPlatform\t\nSearch\tReranker\t\tplatform\t',
    )
    expect(target).toBe('components')
    expect(design.boundaries?.map(({ name }) => name)).toEqual(['Vendor', 'Platform'])
    expect(design.components).toMatchObject([
      { name: 'Answer model', kind: 'llm-api', in: 'boundary-1', owner: 'AI team', product: 'openai/gpt-4.1' },
      { name: 'Index', kind: 'vector-store', in: 'boundary-2', notes: 'Product: Homegrown 3' },
      { name: 'Search', kind: 'reranker', in: 'boundary-2' },
    ])
    expect(rows.flatMap(({ doubts }) => doubts)).toEqual(['"Homegrown 3" is no known product: kept as a note.'])
  })
  it('take what a person put right for what the table says, on its line alone', () => {
    const table = 'Component\tType\nMessages\tbroker\nIndex\tthing'
    const guessed = readRows(table)
    expect(guessed?.rows[1]?.doubts).not.toEqual([])
    const right = readRows(table, undefined, new Map([[3, { kind: 'llm-api', product: 'openai/gpt-4.1' }]]))
    expect(right?.rows[1]).toMatchObject({ kind: 'llm-api', product: 'GPT-4.1', doubts: [] })
    expect(right?.rows[0]).toEqual(expect.objectContaining({ kind: guessed?.rows[0]?.kind }))
    expect(right === undefined ? undefined : addRows(blank, right, freshId).components?.[1]).toMatchObject({
      name: 'Index',
      kind: 'llm-api',
      product: 'openai/gpt-4.1',
    })
  })
  it('become workloads with their period', () => {
    const { target, design } = read('Use case;Requests;Peak\nAsk;1,200 / day;4\nLoad;3 per minute;\nBad;many;')
    expect(target).toBe('workloads')
    expect(design.workloads?.map(({ name, arrivals }) => ({ name, arrivals }))).toEqual([
      { name: 'Ask', arrivals: { rate: 1200, per: 'day', peakFactor: 4 } },
      { name: 'Load', arrivals: { rate: 3, per: 'minute' } },
    ])
  })
  it('become workloads of the period that a heading names, without a doubt', () => {
    const { target, design, rows } = read('Workload\tRequests per month\nAsk\t30000\nLoad\t1\nPeak\t5 per second')
    expect(target).toBe('workloads')
    expect(design.workloads?.map(({ arrivals }) => arrivals)).toEqual([
      { rate: 30_000, per: 'month' },
      { rate: 1, per: 'month' },
      { rate: 5, per: 'second' },
    ])
    expect(rows.flatMap(({ doubts }) => doubts)).toEqual([])
    expect(rows[1]?.takenFor).toBe('1 request a month')
  })
  it('take a peak as a factor or as requests in a period, by its heading or its cell', () => {
    const peaks = (text: string) => {
      const { design, rows } = read(text)
      return design.workloads?.map(({ arrivals }, index) => [
        arrivals !== undefined && 'peakFactor' in arrivals ? arrivals.peakFactor : undefined,
        rows[index]?.doubts.length,
      ])
    }
    expect(peaks('Workload\tRequests per day\tPeak per second\nAsk\t86400\t4\nLoad\t8640\t0.05')).toEqual([
      [4, 0],
      [undefined, 1],
    ])
    expect(peaks('Workload\tRequests per hour\tMax RPS\nAsk\t3,600\t2,5')).toEqual([[2.5, 0]])
    expect(peaks('Workload\tRequests per day\tPeak\nAsk\t86400\t5 / s\nLoad\t10\t3\nBad\t10\thigh')).toEqual([
      [5, 0],
      [3, 0],
      [undefined, 1],
    ])
  })
  it('have points between thousands where a request has no thousandths, and say so', () => {
    const { design, rows } = read('Use case;Requests per day;Requests per second\nAsk;1.200;\nLoad;;1.250')
    expect(design.workloads?.map(({ arrivals }) => arrivals)).toMatchObject([{ rate: 1200 }, { rate: 1.25 }])
    expect(rows.map(({ doubts }) => doubts.length)).toEqual([1, 1])
  })
  it('become data assets; what is not understood stays open', () => {
    const { target, design, rows } = read(
      'Data,Classification,Personal data,Retention\nCustomer mail,Confidential,yes,2 years\nPatient notes,restricted,health data,\nManuals,public,no,sometimes',
    )
    expect(target).toBe('data')
    expect(design.data).toMatchObject([
      { name: 'Customer mail', classification: 'confidential', personal: 'personal', facts: { retentionDays: 730 } },
      { name: 'Patient notes', classification: 'restricted', personal: 'special' },
      { name: 'Manuals', classification: 'public', personal: 'none' },
    ])
    expect(design.data?.[2]).not.toHaveProperty('facts')
    expect(rows[2]?.doubts).toEqual(['"sometimes" was not understood: it stays open.'])
  })
  it('become requirements in the units of their metrics', () => {
    const { target, design, rows } = read(
      'Requirement\tTarget\tPriority\nAnswer within p95\t3 s\tMust\nAvailability\t99.9 %\thigh\nMonthly cost\t$4.6k\tcould\nBe nice\tvery\t',
    )
    expect(target).toBe('requirements')
    expect(design.requirements?.map(({ metric, is, target: aim, priority }) => [metric, is, aim, priority])).toEqual([
      ['latency.full', '<=', 3000, 'must'],
      ['availability', '>=', 0.999, 'must'],
      ['cost.month', '<=', 4600, 'could'],
    ])
    expect(rows[3]?.doubts).toEqual(['No metric is known for these words: add it by hand.'])
  })
  it('can be read as something else than was guessed', () => {
    expect(read('Name\tType\nOrders\tdatabase', 'data').design.data).toMatchObject([{ name: 'Orders' }])
  })
  it('without headings are names of components', () => {
    expect(read('Web portal\nOrders database\nAnswer model').design.components?.map(({ kind }) => kind)).toEqual([
      'client',
      'relational-db',
      expect.any(String),
    ])
  })
  it.each(['', 'one line', 'This is a sentence.\nAnd this is another.', '{\n  "a": 1\n}'])(
    'are not seen in %j',
    (text) => {
      expect(readRows(text)).toBeUndefined()
    },
  )
  it.each([
    'Component;Type;Zone\nAnswer model;LLM;Vendor',
    'Name;Kind\r\n"Search; and rank";Reranker\r\nOrders;Database\r\n',
    'Data,Classification,Notes\n"Mail, letters",Confidential,"Kept\nfor years"',
    'Use case;Requests per day;Peak per second\nAsk;1.200;4',
  ])('are clearly a table in %j', (text) => {
    expect(isClearlyTable(text)).toBe(true)
  })
  it.each([
    'Component; Type\nAnswer model',
    'Dear all, here is the list.\nPlease read it, and answer.',
    'First, the model answers; then, it is checked.\nSecond, it is filed; then, forgotten.',
    'int a, b;\nint c, d;',
    'Name, address\n',
    'graph LR;\nA --> B;',
    '{"name": 1, "kind": 2}',
  ])('are not clearly one in %j', (text) => {
    expect(isClearlyTable(text)).toBe(false)
  })
  it('never break a design, whatever stands in the cells', () => {
    const cell = oneof(string(), constantFrom('LLM', '12 %', '=1+1', '<b>', '\u202Eabc', '9'.repeat(400)))
    const header = constantFrom('Name\tType', 'Workload\tRequests', 'Data\tPII', 'Requirement\tTarget')
    assert(
      property(header, array(tuple(cell, cell), { maxLength: 8 }), (head, rows) => {
        const text = [
          head,
          ...rows.map((cells) => cells.map((one) => one.replaceAll(/[\t\n\r"]/gu, ' ')).join('\t')),
        ].join('\n')
        const table = readRows(text)
        if (table === undefined) return
        const design = addRows(blank, table, freshId)
        expect(parseDesign(printDesign(design))).toMatchObject({ ok: true })
      }),
      { numRuns: 60 },
    )
  })
})

describe('a number in a cell', () => {
  it.each([
    ['1,200', 1200],
    ['1 200', 1200],
    ['1,5 s', 1.5],
    ['$4.6k', 4600],
    ['99.9 %', 99.9],
    ['2.5 ms', 2.5],
    ["3'000 / day", 3000],
    ['1m', 1_000_000],
  ])('%s is %d', (cell, value) => {
    expect(readAmount(cell)?.value).toBe(value)
  })
  it('is not seen in words', () => {
    expect(readAmount('many')).toBeUndefined()
  })
})
