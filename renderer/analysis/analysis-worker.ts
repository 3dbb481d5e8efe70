import prices from '../../resources/prices/price-book.json'
import { analyse } from '../../shared/analyse.ts'
import type { AnalysisReply, AnalysisRequest } from './analysis-message.ts'

// Runs the engines beside the page, so that drawing never waits for arithmetic.
self.addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => {
  // A worker has no origin to name.
  // eslint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(reply(data))
})

function reply({ revision, design, today }: AnalysisRequest): AnalysisReply {
  try {
    return { revision, designId: design.id, analysis: analyse(design, { prices, today }) }
  } catch (error) {
    return { revision, designId: design.id, failure: error instanceof Error ? error.message : String(error) }
  }
}
