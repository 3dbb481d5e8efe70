import Elk from 'elkjs/lib/elk-api.js'
import workerAddress from 'elkjs/lib/elk-worker.min.js?url'
import type { LayoutNode } from './layout-graph.ts'

export interface LayoutEngine {
  readonly layOut: (graph: LayoutNode) => Promise<LayoutNode>
  /** Ends the work at once; what is waited for fails. */
  readonly close: () => void
}

/** ELK in a worker of its own. Loaded at the first use only: the worker is 1.6 MB. */
export function openEngine(): LayoutEngine {
  let end: (reason: Error) => void = () => undefined
  const ended = new Promise<never>((_resolve, reject) => {
    end = reject
  })
  // Whoever closes an engine that nobody waits for is no fault.
  ended.catch(() => undefined)
  const elk = new Elk({ workerFactory: () => new Worker(workerAddress, { name: 'layout' }) })
  return {
    layOut: async (graph) =>
      Promise.race([elk.layout(structuredClone(graph) as Parameters<typeof elk.layout>[0]), ended]),
    close: () => {
      elk.terminateWorker()
      end(new Error('it was cancelled'))
    },
  }
}
