import shipped from '../../resources/prices/price-book.json'
import { openStudy } from '../../shared/analyse.ts'
import type { Standards } from '../../shared/standards/standards.ts'
import { shippedCatalogues } from '../../shared/threats/frameworks/catalogues.ts'
import { heldWith } from '../../shared/threats/frameworks/read-update.ts'
import type { AnalysisRequest } from './analysis-message.ts'
import { answerRequests } from './answer-requests.ts'

// Runs the engines beside the page, so that drawing never waits for arithmetic.
const { port1, port2 } = new MessageChannel()
let next: (() => void) | undefined
// A message to itself comes after those of the page, and without the pause that a timer would take.
port1.addEventListener('message', () => next?.())
port1.start()

let prices: object = shipped
let standards: Standards | undefined
let catalogues = shippedCatalogues
const answer = answerRequests({
  study: (design, today) =>
    openStudy(design, { prices, today, catalogues, ...(standards === undefined ? {} : { standards }) }),
  usePrices: (book) => {
    prices = book ?? shipped
  },
  useStandards: (given) => {
    standards = given
  },
  useCatalogues: (update) => {
    catalogues = heldWith(update)
  },
  post: (reply, memory = []) => self.postMessage(reply, { transfer: memory }),
  later: (step, restMs) => {
    next = step
    if (restMs === 0) port2.postMessage(undefined)
    else setTimeout(() => port2.postMessage(undefined), restMs)
  },
})

self.addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => answer(data))
