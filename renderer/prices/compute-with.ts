import type { Numbers } from '../../shared/analysis.ts'
import type { Design } from '../../shared/design/design.ts'
import type { PriceBookFile } from '../../shared/prices/price-row.ts'
import type { AnalysisReply, AnalysisRequest } from '../analysis/analysis-message.ts'
import { type EarlyNumbers, joinDetails, joinNumbers, type ShownNumbers } from '../analysis/pack-numbers.ts'
import { createHearer } from '../analysis/send-change.ts'
import { todayIso } from '../store/today.ts'

/** The numbers of a design with another price book, in a worker of its own that ends with the answer. */
export async function computeWith(design: Design, book: PriceBookFile | undefined): Promise<Numbers> {
  const worker = new Worker(new URL('../analysis/analysis-worker.ts', import.meta.url), {
    type: 'module',
    name: 'price preview',
  })
  const requests: readonly AnalysisRequest[] = [
    { type: 'prices', book },
    { type: 'details', isRead: true },
    { type: 'design', revision: 0, design: { whole: design }, today: todayIso(), traffic: 1 },
  ]
  try {
    return await new Promise<Numbers>((resolve, reject) => {
      const hearEarly = createHearer()
      let early: EarlyNumbers | undefined
      let numbers: ShownNumbers | undefined
      worker.addEventListener('error', ({ message }) => reject(new Error(message)))
      worker.addEventListener('message', ({ data }: MessageEvent<AnalysisReply>) => {
        if (data.type === 'early') early = hearEarly(data.early) as EarlyNumbers
        if (data.type === 'numbers' && early !== undefined) numbers = joinNumbers(early, data.rest)
        if (data.type === 'details' && numbers !== undefined) resolve(joinDetails(numbers, data.details))
        if (data.type === 'failure') reject(new Error(data.failure))
      })
      // A worker has no origin to name.
      // eslint-disable-next-line unicorn/require-post-message-target-origin
      for (const request of requests) worker.postMessage(request)
    })
  } finally {
    worker.terminate()
  }
}
