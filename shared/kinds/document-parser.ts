import {
  amount,
  assumed,
  availabilityField,
  fact,
  factAmount,
  hiddenTextRemoved,
  option,
} from './fields/declare-field.ts'
import { constant, product, quotient } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import type { CallContext, Timing } from './kind.ts'
import { priceOf, technology } from './parts/priced-lines.ts'
import { ownTime, spreadOf } from './parts/service-time.ts'
import { adds } from './parts/results.ts'

const pageTime = ownTime(600, 1800, 'assumed: one page of a hosted reader', 150, 2500)
const msPerHour = constant('ms per hour', 3_600_000, 'ms')

export const documentParser = defineKind({
  id: 'document-parser',
  title: 'Document reader',
  summary: 'Reads scans, PDFs and forms into text: OCR, layout, tables.',
  family: 'data',
  icon: 'file-scan',
  keywords: ['ocr', 'parsing', 'document intelligence', 'textract', 'pdf', 'layout', 'tables', 'forms', 'unstructured'],
  traits: ['splits-documents'],
  settings: {
    reads: option('Reads', { text: 'Text only', layout: 'Text with layout and tables' }, 'text', 'assumed', {
      first: true,
    }),
    runsOn: option(
      'Runs on',
      { service: 'A service billed by page', machines: 'Machines of ours' },
      'service',
      'assumed: a hosted reader',
      { first: true, ours: 'machines' },
    ),
    errorRate: factAmount('Characters wrong', 'share', 'What share of characters is read wrong?', 'Quality lead', {
      max: 1,
      first: true,
    }),
    hiddenTextRemoved,
    noTraining: fact('Not trained on our data', 'Does the contract exclude training on what we send?', 'Procurement', {
      first: true,
    }),
    lowConfidenceToPeople: fact(
      'Doubtful pages go to people',
      'Does a page that is read with doubt go to a person?',
      'Quality lead',
      { first: true },
    ),
    ...pageTime.fields,
    ...availabilityField(0.999, 'assumed: managed services promise 99.9 %'),
    usdPerPage: amount('Price per page', 'USD/page', { help: 'Over the price book.' }),
    usdPerMachineHour: amount('Price per machine hour', 'USD/hour', { help: 'Over the price book.' }),
  },
  call: {
    pages: amount('Pages', 'pages', { first: true, ...assumed(5, 1, 40) }),
    tokensPerPage: amount('Tokens per page', 'tokens', { first: true, ...assumed(500, 250, 900, 'a page of prose') }),
  },
  // After the place that a document is read from.
  place: 31,
  time: readingTime,
  costPerCall: ({ settings, call, product: model }, prices) => {
    if (settings.text('runsOn') === 'machines') {
      const price = priceOf(settings, 'usdPerMachineHour', prices, 'compute.machine-hour', undefined)
      const hours = quotient(product(call.input('pages'), pageTime.mean(settings)), msPerHour)
      return [technology('machines', 'Machine time', product(hours, price))]
    }
    const item = settings.text('reads') === 'layout' ? 'parser.layout-page' : 'parser.page'
    return [
      technology(
        'pages',
        'Pages read',
        product(call.input('pages'), priceOf(settings, 'usdPerPage', prices, item, model)),
      ),
    ]
  },
  answers: ({ call }) =>
    adds({ tokens: product(call.input('pages'), call.input('tokensPerPage')), pages: call.input('pages') }),
})

/** Pages are read one after another: the time of a page times the pages. */
function readingTime({ settings, call }: CallContext): Timing {
  const { first } = pageTime.time(settings)
  const pages = call.input('pages').value
  const page = settings.input('p50Ms')
  const median = {
    ...page,
    value: first.p50Ms * pages,
    ...(first.p50LowMs === undefined ? {} : { low: first.p50LowMs * pages }),
    ...(first.p50HighMs === undefined ? {} : { high: first.p50HighMs * pages }),
  }
  return { first: spreadOf(median, first.p95Ms * pages) }
}
