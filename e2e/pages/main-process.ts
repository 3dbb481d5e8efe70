import type { ElectronApplication } from '@playwright/test'

/**
 * V8 may collect an answer of the main process before its inspector has told it ("Resulting promise was garbage
 * collected"): the function has run then, and only its answer is lost. From here on `evaluate` asks again in that case.
 */
export function askAgainForLostAnswers(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app)
  const ask = async (...all: Parameters<typeof evaluate>): Promise<unknown> => {
    for (let left = 4; left > 0; left -= 1) {
      try {
        return await evaluate(...all)
      } catch (error) {
        if (!String(error).includes('promise was garbage collected')) throw error
      }
    }
    return evaluate(...all)
  }
  Reflect.set(app, 'evaluate', ask)
}
